#include "CMarkupReader.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

/// The size of a chunk, or slightly more; parsing can be stopped between chunks.
enum { chunk_size = 64 << 10 };
/// The maximum size of a tag. An icon in a bookmarks file has at most some ten thousand bytes.
enum { tag_limit = 128 << 10 };
/// The maximum number of bytes without any callback.
enum { silence_limit = 256 << 10 };
/// The maximum depth of elements. Some of the parser's steps take time in proportion to the depth.
enum { depth_limit = 20000 };
/// The limit on depth times bytes, and on pairs of attributes of one tag: a few seconds.
static const double work_limit = 4e9;

struct reading {
  const struct markup_events *events;
  xmlParserCtxtPtr parser;
  enum markup_ending ending;
  double work;
  /// The number of bytes parsed, and the same at the last callback.
  size_t given;
  size_t reported;
};

static void stop(struct reading *reading, enum markup_ending ending) {
  if (reading->ending == markup_whole) reading->ending = ending;
  xmlStopParser(reading->parser);
}

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  struct reading *reading = context;
  if (reading->ending != markup_whole) return;
  reading->reported = reading->given;
  // After an error the parser would drop all entities, even &amp;.
  reading->parser->wellFormed = 1;
  double count = 0;
  for (const xmlChar **next = attributes; next != NULL && *next != NULL; next += 2) count += 1;
  // The parser compares each attribute with all others of its tag.
  reading->work += 2 * count * count;
  static const char *const none[] = {NULL};
  reading->events->start(reading->events->context, (const char *)name,
                         attributes == NULL ? none : (const char *const *)attributes,
                         reading->parser->input == NULL ? 0 : reading->parser->input->line);
}

static void on_end(void *context, const xmlChar *name) {
  struct reading *reading = context;
  if (reading->ending != markup_whole) return;
  reading->reported = reading->given;
  reading->events->end(reading->events->context, (const char *)name);
}

static void on_text(void *context, const xmlChar *bytes, int length) {
  struct reading *reading = context;
  if (reading->ending != markup_whole) return;
  reading->reported = reading->given;
  reading->events->text(reading->events->context, (const char *)bytes, (size_t)length);
}

static void on_comment(void *context, const xmlChar *text) {
  (void)text;
  struct reading *reading = context;
  reading->reported = reading->given;
}

static void on_entity(void *context, const xmlChar *name, int type, const xmlChar *public_name,
                      const xmlChar *system_name, xmlChar *content) {
  (void)name, (void)type, (void)public_name, (void)system_name, (void)content;
  stop(context, markup_entities);
}

static xmlEntityPtr predefined_entity(void *context, const xmlChar *name) {
  (void)context;
  return xmlGetPredefinedEntity(name);
}

static void set_handlers(xmlSAXHandler *handlers) {
  memset(handlers, 0, sizeof *handlers);
  handlers->startElement = on_start;
  handlers->endElement = on_end;
  handlers->characters = on_text;
  handlers->ignorableWhitespace = on_text;
  handlers->cdataBlock = on_text;
  handlers->comment = on_comment;
  handlers->entityDecl = on_entity;
  handlers->getEntity = predefined_entity;
}

/// Whether an item of a definition list, as used for bookmarks in HTML, begins at a position.
static int is_item(const char *bytes, size_t length, size_t place) {
  if (length - place < 4 || bytes[place] != '<' || (bytes[place + 1] | 0x20) != 'd') return 0;
  char second = bytes[place + 2] | 0x20, third = bytes[place + 3];
  return (second == 't' || second == 'd') && memchr(" \t\r\n\f/>", third, 7) != NULL;
}

/// Returns where a chunk that begins between two tags can end: after the first tag that ends beyond
/// its size, and in HTML before the next item of a definition list. Zero if a tag is too long.
///
/// Libxml2 fails in HTML if an attribute is split.
static size_t chunk_end(const char *bytes, size_t start, size_t length, int is_html) {
  enum { in_text, in_tag, behind_equals, in_value, in_comment } state = in_text;
  size_t tag = start;
  char quote = 0;
  for (size_t place = start; place < length; place++) {
    char byte = bytes[place];
    if (state != in_text && place - tag > tag_limit) return 0;
    switch (state) {
      case in_text:
        if (byte != '<') break;
        if (is_html && place > start && is_item(bytes, length, place)) return place;
        tag = place;
        state = length - place > 3 && memcmp(bytes + place, "<!--", 4) == 0 ? in_comment : in_tag;
        break;
      case in_comment:
        if (byte == '>' && memcmp(bytes + place - 2, "--", 2) == 0) state = in_text;
        break;
      case in_value:
        if (byte == quote) state = in_tag;
        break;
      case behind_equals:
        if (byte == '"' || byte == '\'') {
          quote = byte;
          state = in_value;
          break;
        }
        if (byte != ' ' && byte != '\t' && byte != '\n' && byte != '\r') state = in_tag;
        // fall through
      case in_tag:
        if (byte == '=') state = behind_equals;
        if (byte == '>') state = in_text;
        break;
    }
    if (state == in_text && byte == '>' && place - start >= chunk_size) return place + 1;
  }
  return length;
}

/// Closes the open item of the innermost definition list.
///
/// Libxml2 would nest the next item in it, since bookmark files omit their end tags: each bookmark
/// of a folder would be nested deeper than the previous one.
static void end_item(xmlParserCtxtPtr parser) {
  for (int depth = parser->nameNr - 1; depth >= 0 && depth >= parser->nameNr - 8; depth--) {
    const char *name = (const char *)parser->nameTab[depth];
    if (strcmp(name, "dl") == 0) return;
    if (strcmp(name, "dt") == 0) {
      htmlParseChunk(parser, "</dt>", 5, 0);
      return;
    }
  }
}

/// Parses the document chunk by chunk, as long as that makes progress.
static void feed(struct reading *reading, const char *bytes, size_t length, int is_html) {
  xmlParserCtxtPtr parser = reading->parser;
  while (reading->given < length && reading->ending == markup_whole && !parser->disableSAX) {
    size_t start = reading->given;
    size_t end = chunk_end(bytes, start, length, is_html);
    if (end == 0 || end - start > INT_MAX) {
      stop(reading, markup_long_tag);
      return;
    }
    reading->given = end;
    if (is_html) {
      if (is_item(bytes, length, start)) end_item(parser);
      htmlParseChunk(parser, bytes + start, (int)(end - start), 0);
    } else {
      xmlParseChunk(parser, bytes + start, (int)(end - start), 0);
    }
    reading->work += (double)parser->nameNr * (double)(end - start) / 4;
    if (parser->nameNr > depth_limit || reading->work > work_limit) {
      stop(reading, markup_too_deep);
    } else if (reading->given - reading->reported > silence_limit) {
      stop(reading, markup_long_tag);
    }
  }
  if (reading->ending != markup_whole) return;
  if (!is_html && parser->nameNr > 0) {
    reading->ending = markup_broken;
    return;
  }
  if (is_html) {
    htmlParseChunk(parser, NULL, 0, 1);
  } else {
    xmlParseChunk(parser, NULL, 0, 1);
  }
}

enum markup_ending markup_read(const char *bytes, size_t length, int is_html,
                               const struct markup_events *events) {
  struct reading reading = {.events = events};
  xmlSAXHandler handlers;
  set_handlers(&handlers);
  xmlParserCtxtPtr parser =
      is_html ? htmlCreatePushParserCtxt(&handlers, &reading, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8)
              : xmlCreatePushParserCtxt(&handlers, &reading, NULL, 0, NULL);
  if (parser == NULL) return markup_no_memory;
  reading.parser = parser;
  if (is_html) {
    htmlCtxtUseOptions(parser, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC);
  } else {
    // HUGE removes the parser's depth limit in favour of ours; NOENT replaces the five predefined
    // entities.
    xmlCtxtUseOptions(parser, XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                                  XML_PARSE_RECOVER | XML_PARSE_IGNORE_ENC |
                                  XML_PARSE_HUGE | XML_PARSE_NOENT);
  }
  feed(&reading, bytes, length, is_html);
  if (reading.ending == markup_whole && !is_html && !parser->wellFormed && parser->disableSAX) {
    reading.ending = markup_broken;
  }
  if (parser->myDoc != NULL) {
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
  }
  xmlFreeParserCtxt(parser);
  return reading.ending;
}
