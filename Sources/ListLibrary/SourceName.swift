import Glibc

/// What a reader names to follow it, in the form that is kept.
struct SourceName {
  /// An absolute path without links.
  let text: String

  /// Takes what is there for a path; a relative one begins at `folder`.
  init(_ source: String, in folder: String) throws(LibraryError) {
    let path = source.utf8.first == UInt8(ascii: "/") ? source : folder + "/" + source
    guard !source.isEmpty, !source.utf8.contains(0) else { throw .noSource(source) }
    guard let resolved = realpath(path, nil) else { throw .unreadable(path: source, code: errno) }
    defer { free(resolved) }
    text = String(cString: resolved)
  }
}
