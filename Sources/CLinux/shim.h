#pragma once
#include <spawn.h>
#include <sys/resource.h>
#include <sys/types.h>

// What Linux has beyond POSIX. Swift's Glibc module is built without _GNU_SOURCE and so leaves
// these out, though the C library has them all.

// A pipe that is closed in every program that is started meanwhile.
int pipe2(int ends[2], int flags);
// Closes what the program that is started would inherit.
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
// Limits another process. The prototype of the C library names an enumeration here.
int prlimit(pid_t process, int kind, const struct rlimit *limit, struct rlimit *before);

// Macros behind _GNU_SOURCE.
static const int clinux_F_SETPIPE_SZ = 1031;
static const short clinux_POSIX_SPAWN_SETSID = 0x80;
