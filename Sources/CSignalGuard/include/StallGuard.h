#ifndef AWL_STALL_GUARD_H
#define AWL_STALL_GUARD_H

#include <stddef.h>

// A thread that detects a hung loop while input is waiting. It sleeps on a timer that the loop arms
// when it starts to work and disarms before it waits, so neither an idle screen nor a key wakes it.

/// Starts the thread; the caller is the loop's thread.
///
/// While the loop has worked for longer than the timeout and the screen is up, the input is read
/// here: two C-c in it write a backtrace of the loop's thread to standard error, restore the
/// terminal and end the process as SIGINT does. The loop gets the input through stall_guard_take
/// when it continues after all.
void stall_guard_start(int input, int milliseconds);

/// Marks the start of the loop's work on its input; one system call.
void stall_guard_works(void);

/// Marks the start of the loop's wait; one system call.
void stall_guard_waits(void);

/// Stores the last bytes read from the terminal, for the log.
void stall_guard_note(const unsigned char *bytes, size_t count);

/// Returns the number of bytes read from the terminal while the loop hung, and copies them.
size_t stall_guard_take(unsigned char *bytes, size_t room);

#endif
