#ifndef AWL_STALL_GUARD_H
#define AWL_STALL_GUARD_H

#include <stddef.h>

// A thread that notices when the loop does not come round while input waits. It sleeps on a timer
// that the loop arms when it starts to work and disarms before it waits, so that neither an idle
// screen nor a key wakes it.

/// Starts the thread; the caller is the loop's thread.
///
/// While the loop has worked for longer than the time and the screen is up, the input is read here:
/// two C-c in it write a backtrace of the loop's thread to standard error, give the terminal back and
/// end the process as SIGINT does. What was read is handed back through stall_guard_take when the
/// loop comes round after all.
void stall_guard_start(int input, int milliseconds);

/// Says that the loop begins to work on what came in; one system call.
void stall_guard_works(void);

/// Says that the loop is about to wait; one system call.
void stall_guard_waits(void);

/// Keeps the last bytes that were read from the terminal, for the log.
void stall_guard_note(const unsigned char *bytes, size_t count);

/// What was read from the terminal while the loop did not come round; how many bytes.
size_t stall_guard_take(unsigned char *bytes, size_t room);

#endif
