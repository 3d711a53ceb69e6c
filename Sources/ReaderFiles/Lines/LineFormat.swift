import JSONLines

/// A kind of file that has a header and then one record a line.
struct LineFormat<Record: Sendable>: Sendable {
  /// What the header calls such a file: `awl-follows`.
  let name: String
  /// What a message calls such a file: "follows file".
  let noun: String
  /// What is wrong with a line that is an object but no record: "has no source".
  let lacking: String
  /// Reads the object of a line; nil for one that is no record.
  let read: @Sendable (inout JSONScanner) throws(JSONFault) -> Record?
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
