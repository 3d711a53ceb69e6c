// CProcessStart: starts git under limits, and a process that kills it when awl is gone.
// Imports: nothing.
// Start at: include/CProcessStart.h, then ProcessStart.c.
//
// It is C because no other language may run between fork and exec.

#ifndef AWL_PROCESS_START_H
#define AWL_PROCESS_START_H

#include <sys/types.h>

/// The limits of a program; lower limits already in force are not raised.
struct process_limits {
  long long file_bytes;   // the largest file that it may write
  long long memory_bytes; // the memory of each process, apart from mapped files
};

/// Starts a program by its absolute path in its own session, with three streams and no other
/// descriptor of ours, limits in force from its first instruction, and signals reset to their
/// defaults.
///
/// A stream of -1 is /dev/null. Before exec, the process writes its process group ID and a line
/// feed to the lifeline, unless that is -1. Returns 0 or an error number.
int process_start(const char *program, char *const words[], char *const variables[],
                  const int streams[3], int lifeline, struct process_limits limits, pid_t *id);

/// Starts a process that reads a process group ID from a pipe, waits for the end of the pipe, and
/// then terminates the group: a second to clean up, then SIGKILL.
///
/// The lifeline is the writing end; it is closed when the last process that has it open exits.
/// Returns 0 or an error number.
int process_watch_start(pid_t *id, int *lifeline);

#endif
