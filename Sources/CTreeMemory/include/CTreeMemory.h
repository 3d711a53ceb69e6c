// CTreeMemory: the memory of one cmark-gfm tree after another, taken back all at once.
// Imports: nothing.
// Start at: include/CTreeMemory.h, then TreeMemory.c.
//
// It is C because the library calls it millions of times and passes no context, so that the memory
// in use is known by thread.

#ifndef AWL_TREE_MEMORY_H
#define AWL_TREE_MEMORY_H

#include <stddef.h>

/// Blocks of memory that are used up one by one. The process ends where the system has none left,
/// as it does in the library.
struct tree_memory;

struct tree_memory *tree_memory_new(void);
void tree_memory_free(struct tree_memory *memory);

/// Makes a memory the one that the calling thread allocates from; gives the one before, or NULL.
struct tree_memory *tree_memory_use(struct tree_memory *memory);

/// Takes back all that was allocated. Keeps one block for what comes next.
void tree_memory_take_back(struct tree_memory *memory);

// What the library calls on a thread that uses a memory. Nothing is freed on its own.
void *tree_memory_calloc(size_t count, size_t size);
void *tree_memory_realloc(void *old, size_t size);
void tree_memory_ignore(void *old);

#endif
