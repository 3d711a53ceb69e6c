// CTreeMemory: an arena for one cmark-gfm tree after another, freed all at once.
// Imports: nothing.
// Start at: include/CTreeMemory.h, then TreeMemory.c.
//
// It is C because the library calls it millions of times without a context argument, so the current
// arena is stored per thread.

#ifndef AWL_TREE_MEMORY_H
#define AWL_TREE_MEMORY_H

#include <stddef.h>

/// Blocks of memory that are filled one after another. The process ends if the system is out of
/// memory, as in the library.
struct tree_memory;

struct tree_memory *tree_memory_new(void);
void tree_memory_free(struct tree_memory *memory);

/// Makes an arena the one that the calling thread allocates from; returns the previous one, or
/// NULL.
struct tree_memory *tree_memory_use(struct tree_memory *memory);

/// Frees all allocations, but keeps one block for the next ones.
void tree_memory_take_back(struct tree_memory *memory);

// The library's allocator on a thread that uses an arena. Nothing is freed individually.
void *tree_memory_calloc(size_t count, size_t size);
void *tree_memory_realloc(void *old, size_t size);
void tree_memory_ignore(void *old);

#endif
