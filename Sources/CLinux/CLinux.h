// CLinux: what Linux has beyond POSIX, which Swift's Glibc module leaves out.
// Imports: nothing.
// Start at: CLinux.h, which declares all of it.

#pragma once

// Swift's Glibc module is built without _GNU_SOURCE, though the C library has all of these.
// Pointers are untyped: a header of the system that is included here would take its types away
// from the Glibc module.

// A pipe that is closed in every program that is started meanwhile.
int pipe2(int ends[2], int flags);
// Sets a parameter of the C library's heaps; from malloc.h.
int mallopt(int parameter, int value);
static const int clinux_M_TRIM_THRESHOLD = -1;
static const int clinux_M_MMAP_THRESHOLD = -3;
static const int clinux_M_ARENA_MAX = -8;
// Returns the free memory of all heaps to the system, but for `pad` bytes.
int malloc_trim(unsigned long pad);
// The processor that the calling thread runs on, and the thread's number for the calls below.
int sched_getcpu(void);
int gettid(void);
// The processors that a thread, or the calling one if 0, may run on: a bit for each, `size` in bytes.
int sched_getaffinity(int thread, unsigned long size, void *mask);
int sched_setaffinity(int thread, unsigned long size, const void *mask);
// Those that a thread created with these attributes may run on; from pthread.h.
int pthread_attr_setaffinity_np(void *attributes, unsigned long size, const void *mask);

// Macros after _GNU_SOURCE.
static const int clinux_F_SETPIPE_SZ = 1031;
