// CMarkupReader: libxml2 behind one call: tags and texts of HTML or XML, in document order.
// Imports: lzma, xml2, z.
// Start at: include/CMarkupReader.h, then MarkupReader.c.
//
// It is C because the parser's callbacks are C, because its header changes with each version, and
// because a parser that a stranger's file can keep busy for hours has to be stopped between two
// chunks. No tree is built, no entity is expanded, no other file is opened.

#ifndef AWL_MARKUP_READER_H
#define AWL_MARKUP_READER_H

#include <stddef.h>

/// What is called while a document is read.
struct markup_events {
  void *context;
  /// A start tag; attributes are names and values in turn, ended by NULL. A value may be NULL.
  void (*start)(void *context, const char *name, const char *const *attributes, long line);
  /// An end tag, also one that HTML implies.
  void (*end)(void *context, const char *name);
  /// A part of a text, as UTF-8.
  void (*text)(void *context, const char *bytes, size_t length);
};

/// How the reading of a document ended.
enum markup_ending {
  /// To the end.
  markup_whole,
  /// XML that is not well-formed; what was before the fault was reported.
  markup_broken,
  /// A tag or a comment is longer than any program writes.
  markup_long_tag,
  /// Elements lie deeper than they may, or the work exceeds its bound.
  markup_too_deep,
  /// Entities are declared, which can be made to grow without end.
  markup_entities,
  /// The parser could not be started.
  markup_no_memory,
};

/// Reads a document that is UTF-8. Memory and time are bounded by its length.
enum markup_ending markup_read(const char *bytes, size_t length, int is_html,
                               const struct markup_events *events);

#endif
