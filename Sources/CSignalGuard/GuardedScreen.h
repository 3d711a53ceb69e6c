#ifndef AWL_GUARDED_SCREEN_H
#define AWL_GUARDED_SCREEN_H

// What SignalGuard.c shares with StallGuard.c alone.

/// Whether the screen is up and the terminal is this process's to give back.
int signal_guard_screen_can_be_given_back(void);

/// Gives the terminal back, names the log on it, and ends the process as SIGINT does.
_Noreturn void signal_guard_end_stalled(void);

#endif
