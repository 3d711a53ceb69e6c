// CSQLite: the SQLite library, and the two bindings that Swift cannot express.
// Imports: m, sqlite3.
// Start at: CSQLite.h; the module map says which archives are linked.

#pragma once

#include <sqlite3.h>

// SQLITE_TRANSIENT, by which SQLite copies what it is given, is a cast that Swift does not import.

static inline int sqlite3_bind_text_copy(sqlite3_stmt *statement, int index, const void *bytes,
                                         sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, bytes ? (const char *)bytes : "", count,
                             SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int sqlite3_bind_blob_copy(sqlite3_stmt *statement, int index, const void *bytes,
                                         sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}
