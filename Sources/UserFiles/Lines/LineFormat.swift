import JSONLines

/// A file format with a header and one record per line.
struct LineFormat<Record: Sendable>: Sendable {
  /// The format name in the header: `awl-follows`.
  let name: String
  /// The noun for messages: "follows file".
  let noun: String
  /// The error of a line that is an object but not a record: "has no source".
  let lacking: String
  /// Reads the object of a line; nil for one that is not a record.
  let read: @Sendable (inout JSONScanner) throws(JSONError) -> Record?
}

/// What happens to a line when the file is written.
enum LineChange {
  /// It stays byte for byte the same.
  case keep
  /// It is removed.
  case drop
  /// Another one takes its place; the bytes end with a line feed.
  case replace([UInt8])
}
