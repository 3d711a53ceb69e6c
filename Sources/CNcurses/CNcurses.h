// CNcurses: the ncurses library, its constants that are macros, and its global window.
// Imports: ncursesw, tinfo.
// Start at: CNcurses.h; the module map says which archives are linked.

#ifndef AWL_CNCURSES_H
#define AWL_CNCURSES_H

// Wide characters are declared only on request.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

// A mutable global, which Swift 6 does not let through.
static inline WINDOW *cncurses_stdscr(void) { return stdscr; }

// Function-like macros are not imported.
static const attr_t cncurses_bold = A_BOLD;
static const attr_t cncurses_dim = A_DIM;
static const attr_t cncurses_reverse = A_REVERSE;
static const attr_t cncurses_underline = A_UNDERLINE;
static const attr_t cncurses_italic = A_ITALIC;

// <wchar.h> declares it only where X/Open is requested, which Swift's import does not.
extern int wcwidth(wchar_t character);

#endif
