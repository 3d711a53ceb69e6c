#pragma once

// What Linux has beyond POSIX. Swift's Glibc module is built without _GNU_SOURCE and so leaves
// these out, though the C library has them all. Pointers are untyped, for a header of the system
// that is included here would take its types away from the Glibc module.

// A pipe that is closed in every program that is started meanwhile.
int pipe2(int ends[2], int flags);
// Sets a parameter of the C library's heaps; from malloc.h.
int mallopt(int parameter, int value);
static const int clinux_M_ARENA_MAX = -8;

// Macros after _GNU_SOURCE.
static const int clinux_F_SETPIPE_SZ = 1031;
