import JSONLines

/// A kind of file that has a header and then one record a line.
struct LineFormat<Record: Sendable>: Sendable {
  /// The format name in the header: `awl-follows`.
  let name: String
  /// The noun for messages: "follows file".
  let noun: String
  /// The fault of a line that is an object but no record: "has no source".
  let lacking: String
  /// Reads the object of a line; nil for one that is not a record.
  let read: @Sendable (inout JSONScanner) throws(JSONError) -> Record?
}

/// What becomes of a line when a file is written.
enum LineChange {
  /// It stays byte for byte as it is.
  case keep
  /// It goes.
  case drop
  /// Another one takes its place; the bytes end with a line feed.
  case replace([UInt8])
}
