#ifndef AWL_CNCURSES_SHIM_H
#define AWL_CNCURSES_SHIM_H

// Wide characters are declared only on request.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#endif
