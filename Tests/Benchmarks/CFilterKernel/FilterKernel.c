// The yardstick: what ListSearch does with titles, written the plain way, without vector
// instructions of its own and without a second thread.
#define _GNU_SOURCE
#include "CFilterKernel.h"

#include <stdbool.h>
#include <string.h>

static unsigned sign(uint8_t byte) {
  if (byte - 'a' < 26u) return byte - 'a';
  if (byte - '0' < 10u) return 26 + byte - '0';
  return 36 + byte % 24;
}

static bool is_word(uint8_t byte) {
  return byte >= 0x80 || (byte | 0x20) - 'a' < 26u || byte - '0' < 10u;
}

static bool is_boundary(const uint8_t *text, size_t length, size_t offset) {
  return offset == 0 || offset == length || !is_word(text[offset - 1]) || !is_word(text[offset]);
}

static unsigned title_points(const uint8_t *text, size_t length, const uint8_t *needle,
                             size_t needle_length) {
  const uint8_t *place = memmem(text, length, needle, needle_length);
  if (!place) return 0;
  if (place == text) {
    if (length == needle_length) return 240;
    return is_boundary(text, length, needle_length) ? 205 : 195;
  }
  unsigned best = 130;
  while (place) {
    size_t offset = place - text;
    if (is_boundary(text, length, offset)) {
      if (is_boundary(text, length, offset + needle_length)) return 185;
      best = 170;
    }
    place = memmem(place + 1, length - offset - 1, needle, needle_length);
  }
  return best;
}

size_t filter_titles(const filter_column *column, const uint8_t *needle, size_t length,
                     uint16_t *points, unsigned part, unsigned parts) {
  size_t words = (column->count + 63) / 64;
  size_t found = 0;
  for (size_t word = words * part / parts; word < words * (part + 1) / parts; word++) {
    uint64_t left = ~0ull;
    for (size_t place = 0; place < length; place++)
      left &= column->rows[sign(needle[place]) * words + word];
    while (left) {
      size_t index = word * 64 + (size_t)__builtin_ctzll(left);
      left &= left - 1;
      uint32_t start = column->ends[index];
      unsigned worth =
          title_points(column->text + start, column->ends[index + 1] - start, needle, length);
      points[index] = (uint16_t)worth;
      if (worth) found++;
    }
  }
  return found;
}
