// CProcessStart: starts git under limits, and a process that ends it when awl is gone.
// Imports: nothing.
// Start at: include/CProcessStart.h, then ProcessStart.c.
//
// It is C because no other language may run between a fork and what comes next.

#ifndef AWL_PROCESS_START_H
#define AWL_PROCESS_START_H

#include <sys/types.h>

/// What a program may fill; where the limits in force are lower, these stay.
struct process_limits {
  long long file_bytes;   // the largest file that it may write
  long long memory_bytes; // the memory of each process, apart from mapped files
};

/// Starts a program by its absolute path in a session of its own, with three streams and no other
/// file of ours, limits in force from its first instruction, and signals as a fresh process has them.
///
/// A stream of -1 is /dev/null. Before it becomes the program the process writes the number of its
/// group and a line feed to the lifeline, if that is not -1. Gives 0, or the number of the error.
int process_start(const char *program, char *const words[], char *const variables[],
                  const int streams[3], int lifeline, struct process_limits limits, pid_t *id);

/// Starts a process that reads the number of a group from a pipe, waits for the pipe's end, and then
/// ends the group: a second to clean up, then without asking.
///
/// The lifeline is the end to write to; it ends with the last process that has it open. Gives 0, or
/// the number of the error.
int process_watch_start(pid_t *id, int *lifeline);

#endif
