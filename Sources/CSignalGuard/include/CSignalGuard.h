// CSignalGuard: what a fatal signal's handler does, and a thread that ends a screen that hangs.
// Imports: nothing.
// Start at: include/CSignalGuard.h, then SignalGuard.c; include/StallGuard.h is the thread.
//
// It is C because Swift promises of no code that it is async-signal-safe: reading a global may take
// a lock, and any call may allocate.

#ifndef AWL_SIGNAL_GUARD_H
#define AWL_SIGNAL_GUARD_H

#include "StallGuard.h"

#include <stddef.h>
#include <termios.h>

/// What a handler needs, copied when the guard is installed.
struct signal_guard {
  /// The terminal, and its modes as they were found.
  int terminal;
  struct termios modes;
  /// The bytes that give the screen back, and the line that is shown after a crash.
  const char *restore;
  const char *message;
  /// The writing end of a pipe; the number of each signal that comes is written to it as a byte.
  int pipe;
};

/// Installs the handlers, and covers the calling thread. Signals that the process was started with
/// as ignored (nohup) stay ignored.
void signal_guard_install(const struct signal_guard *guard);

/// Takes other bytes that give the screen back, of at most 511, as modes are turned on and off. They
/// must not have a 0 in them but at their end.
void signal_guard_restore_by(const char *bytes);

/// Gives the calling thread a stack of its own for the handlers, until it ends, so that they run
/// after an overflow of its stack too. On a thread without one any other fault is handled; after
/// an overflow the system finds no room for the handler, and ends the process without it. Costs
/// two system calls the first time on a thread; needs no guard to be installed.
void signal_guard_cover_thread(void);

/// Says whether the screen is up, so that a fatal signal has to give it back.
void signal_guard_screen_is_up(int is_up);

/// Says whether a program that shares the terminal is in the foreground: SIGINT and SIGQUIT from
/// its keyboard are then not for us.
void signal_guard_is_away(int is_away);

/// Ends the process by a signal, with the status that its default action has.
_Noreturn void signal_guard_die(int signal);

#endif
