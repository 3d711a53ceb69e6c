// CMarkupReader: libxml2 behind one call: tags and texts of HTML or XML, in document order.
// Imports: xml2, z.
// Start at: include/CMarkupReader.h, then MarkupReader.c.
//
// It is C because the parser's callbacks are C, because its header changes with each version, and
// because a parser that a malicious file can keep busy for hours must be stoppable between two
// chunks. No tree is built, no entity is expanded, no other file is opened.

#ifndef AWL_MARKUP_READER_H
#define AWL_MARKUP_READER_H

#include <stddef.h>

/// The callbacks of a parse.
struct markup_events {
  void *context;
  /// A start tag; attributes are alternating names and values, terminated by NULL. A value may be
  /// NULL.
  void (*start)(void *context, const char *name, const char *const *attributes, long line);
  /// An end tag, also one that HTML implies.
  void (*end)(void *context, const char *name);
  /// A part of a text, as UTF-8.
  void (*text)(void *context, const char *bytes, size_t length);
};

/// How a parse ended.
enum markup_ending {
  /// The whole document was read.
  markup_whole,
  /// XML that is not well-formed; everything before the error was reported.
  markup_broken,
  /// A tag or a comment is longer than any program writes.
  markup_long_tag,
  /// Elements are nested too deeply, or the work exceeds its limit.
  markup_too_deep,
  /// Entities are declared, which can expand without limit.
  markup_entities,
  /// The parser could not be started.
  markup_no_memory,
};

/// Parses a UTF-8 document. Memory and time are linear in its length.
enum markup_ending markup_read(const char *bytes, size_t length, int is_html,
                               const struct markup_events *events);

#endif
