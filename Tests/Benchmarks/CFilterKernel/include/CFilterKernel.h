#ifndef C_FILTER_KERNEL_H
#define C_FILTER_KERNEL_H

#include <stddef.h>
#include <stdint.h>

/// Texts on end, where each ends, and the rows of their letters, as ListSearch lays them out.
typedef struct {
  const uint8_t *text;
  const uint32_t *ends;
  const uint64_t *rows;
  size_t count;
} filter_column;

/// How many texts of one of so many parts have the needle in them; puts what that is worth into `points`.
size_t filter_titles(const filter_column *column, const uint8_t *needle, size_t length,
                     uint16_t *points, unsigned part, unsigned parts);

#endif
