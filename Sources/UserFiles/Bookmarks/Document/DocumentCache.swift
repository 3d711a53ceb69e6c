import Glibc
import Synchronization

/// Caches the document that was last read or written, to avoid parsing an unchanged file again.
///
/// Files are compared byte by byte, because a file can change without a new size or date. The cache
/// can therefore be out of date, but never wrong.
final class DocumentCache: Sendable {
  private let last = Mutex(BookmarkDocument([]))

  /// Returns the document of a file's bytes, parsed only if they differ from the cached ones.
  func document(of bytes: [UInt8]) -> BookmarkDocument {
    let last = last.withLock { $0 }
    if isSame(last.bytes, bytes) { return last }
    let document = BookmarkDocument(bytes)
    remember(document)
    return document
  }

  /// The bytes that were last read or written, if any.
  var bytes: [UInt8]? {
    last.withLock { $0.bytes.isEmpty ? nil : $0.bytes }
  }

  /// Remembers a document in place of the last one.
  func remember(_ document: BookmarkDocument) {
    last.withLock { $0 = document }
  }
}

/// Returns whether bytes are the same; the operator compares one after another.
func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  one.count == other.count && memcmp(one, other, one.count) == 0
}
