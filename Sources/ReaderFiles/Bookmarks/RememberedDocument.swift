import Glibc
import Synchronization

/// The document that was read or written last, so that a file that is still the same need not be
/// understood again.
///
/// The same are the same bytes, all of them: size and date of a file can stay while it changes.
/// So what is remembered can be out of date, but never wrong.
final class RememberedDocument: Sendable {
  private let last = Mutex(BookmarkDocument([]))

  /// The document of a file's bytes, read anew only where they are other ones.
  func document(of bytes: [UInt8]) -> BookmarkDocument {
    let last = last.withLock { $0 }
    if isSame(last.bytes, bytes) { return last }
    let document = BookmarkDocument(bytes)
    remember(document)
    return document
  }

  /// The bytes that were read or written last; nil where that was nothing.
  var bytes: [UInt8]? {
    last.withLock { $0.bytes.isEmpty ? nil : $0.bytes }
  }

  /// Remembers a document in place of the last one.
  func remember(_ document: BookmarkDocument) {
    last.withLock { $0 = document }
  }
}

/// Whether bytes are the same; the operator compares one after the other.
func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  one.count == other.count && memcmp(one, other, one.count) == 0
}
