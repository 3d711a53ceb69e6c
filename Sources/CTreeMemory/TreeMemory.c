#define _GNU_SOURCE
#include "CTreeMemory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// Big enough for the tree of most pieces of a page.
#define FIRST_BLOCK ((size_t)1 << 20)
// Blocks of at least this size use large pages if available.
#define LARGE_PAGE ((size_t)2 << 20)
// Every allocation is preceded by its size, and stays aligned for any type.
#define HEADER ((size_t)16)

struct block {
  struct block *before;
  size_t size;
};

struct tree_memory {
  char *next;
  char *end;
  struct block *last;
};

static _Thread_local struct tree_memory *current;

static size_t rounded(size_t size) { return (size + 15) & ~(size_t)15; }

static void add_block(struct tree_memory *memory, size_t size) {
  bool is_large = size >= LARGE_PAGE;
  void *start = NULL;
  if (posix_memalign(&start, is_large ? LARGE_PAGE : HEADER, size) != 0) abort();
  // Only advice: everything works without large pages.
  if (is_large) madvise(start, size, MADV_HUGEPAGE);
  struct block *block = start;
  block->before = memory->last;
  block->size = size;
  memory->last = block;
  memory->next = (char *)start + rounded(sizeof(struct block));
  memory->end = (char *)start + size;
}

// Each block is as large as all previous ones together. With blocks of one size, a tree of many
// megabytes would cost more per byte than a small one, since the system reclaims their pages after
// each tree.
__attribute__((noinline)) static void make_room(struct tree_memory *memory, size_t room) {
  size_t total = 0;
  for (struct block *block = memory->last; block != NULL; block = block->before) {
    total += block->size;
  }
  size_t needed = room + rounded(sizeof(struct block));
  add_block(memory, total > needed ? total : needed);
}

static inline void *allocate(struct tree_memory *memory, size_t size) {
  size_t room = HEADER + rounded(size);
  if (room < size) abort();
  if ((size_t)(memory->end - memory->next) < room) make_room(memory, room);
  char *start = memory->next;
  memory->next = start + room;
  *(size_t *)start = size;
  return start + HEADER;
}

struct tree_memory *tree_memory_new(void) {
  struct tree_memory *memory = calloc(1, sizeof(struct tree_memory));
  if (memory == NULL) abort();
  add_block(memory, FIRST_BLOCK);
  return memory;
}

void tree_memory_free(struct tree_memory *memory) {
  for (struct block *block = memory->last; block != NULL;) {
    struct block *before = block->before;
    free(block);
    block = before;
  }
  free(memory);
}

struct tree_memory *tree_memory_use(struct tree_memory *memory) {
  struct tree_memory *before = current;
  current = memory;
  return before;
}

void tree_memory_take_back(struct tree_memory *memory) {
  while (memory->last->before != NULL) {
    struct block *before = memory->last->before;
    free(memory->last);
    memory->last = before;
  }
  memory->next = (char *)memory->last + rounded(sizeof(struct block));
  memory->end = (char *)memory->last + memory->last->size;
}

void *tree_memory_calloc(size_t count, size_t size) {
  size_t whole;
  if (__builtin_mul_overflow(count, size, &whole)) abort();
  return memset(allocate(current, whole), 0, whole);
}

void *tree_memory_realloc(void *old, size_t size) {
  struct tree_memory *memory = current;
  if (old == NULL) return allocate(memory, size);
  size_t *old_size = (size_t *)((char *)old - HEADER);
  if (size <= *old_size) return old;
  size_t room = rounded(size);
  if (room < size) abort();
  if ((char *)old + rounded(*old_size) == memory->next
      && (size_t)(memory->end - (char *)old) >= room) {
    // The last allocation grows in place.
    *old_size = size;
    memory->next = (char *)old + room;
    return old;
  }
  void *new = allocate(memory, size);
  memcpy(new, old, *old_size);
  return new;
}

void tree_memory_ignore(void *old) { (void)old; }
