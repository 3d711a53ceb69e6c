#ifndef AWL_CNCURSES_SHIM_H
#define AWL_CNCURSES_SHIM_H

// Wide characters are declared only on request.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

// <wchar.h> declares it only where X/Open is asked for, which Swift's import does not.
extern int wcwidth(wchar_t character);

#endif
