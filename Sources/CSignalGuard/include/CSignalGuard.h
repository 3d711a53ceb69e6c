// CSignalGuard: the handlers of fatal signals, and a thread that ends a hung screen.
// Imports: nothing.
// Start at: include/CSignalGuard.h, then SignalGuard.c; include/StallGuard.h is the thread.
//
// It is C because no Swift code is guaranteed to be async-signal-safe: reading a global may take a
// lock, and any call may allocate.

#ifndef AWL_SIGNAL_GUARD_H
#define AWL_SIGNAL_GUARD_H

#include "StallGuard.h"

#include <stddef.h>
#include <termios.h>

/// The data that a handler needs, copied when the guard is installed.
struct signal_guard {
  /// The terminal, and its original modes.
  int terminal;
  struct termios modes;
  /// The bytes that restore the screen, and the line shown after a crash.
  const char *restore;
  const char *message;
  /// The writing end of a pipe; the number of each signal is written to it as a byte.
  int pipe;
};

/// Installs the handlers, and covers the calling thread. Signals ignored when the process was
/// started (nohup) stay ignored.
void signal_guard_install(const struct signal_guard *guard);

/// Replaces the bytes that restore the screen, 511 at most, as modes are turned on and off. Only
/// the last byte may be 0.
void signal_guard_restore_by(const char *bytes);

/// Gives the calling thread an alternate signal stack until it exits, so that handlers run even
/// after a stack overflow. Without one, all other faults are handled; after an overflow the system
/// has no room for the handler, and ends the process without it. Costs two system calls the first
/// time on a thread; the guard need not be installed.
void signal_guard_cover_thread(void);

/// Sets whether the screen is up, and must be restored on a fatal signal.
void signal_guard_screen_is_up(int is_up);

/// Sets whether a program that shares the terminal is in the foreground: SIGINT and SIGQUIT from
/// its keyboard are then not for us.
void signal_guard_is_away(int is_away);

/// Ends the process by a signal, with the exit status of its default action.
_Noreturn void signal_guard_die(int signal);

#endif
