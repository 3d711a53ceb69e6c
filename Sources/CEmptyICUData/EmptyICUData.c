#include "EmptyICUData.h"

#include <stdint.h>

// An archive of ICU's data as its format demands, with no item in it: a header, the description of
// the archive's own format (UDataInfo in ICU's udata.h), and a table of contents of length 0.
typedef struct {
  uint16_t header_size;
  uint8_t magic[2];
  uint16_t info_size;
  uint16_t reserved_word;
  uint8_t is_big_endian;
  uint8_t charset_family;
  uint8_t size_of_character;
  uint8_t reserved_byte;
  uint8_t data_format[4];
  uint8_t format_version[4];
  uint8_t data_version[4];
  uint8_t padding[8];
  uint32_t item_count;
  uint32_t end[5];
} EmptyArchive;

// ICU_DATA is the symbol that the toolchain's ICU looks its data up by, such as icudt76_dat.
const _Alignas(16) EmptyArchive ICU_DATA = {
  .header_size = 32,
  .magic = {0xDA, 0x27},
  .info_size = 20,
  .size_of_character = 2,
  .data_format = "ToCP",
  .format_version = {1},
};
