/// The identity of a list: `owner/name`, as its repository is called.
///
/// A list deeper in a repository has more parts (`owner/name/books/langs`), and a local file
/// outside any repository has one. Titles do not identify lists: some share one.
public struct ListID: Sendable, CustomStringConvertible {
  /// The parts joined by `/`, as they were written.
  public let path: String

  /// Creates an identity from a path, unchecked, because a list may have any name.
  public init(_ path: String) {
    self.path = path
  }

  /// The last part: the short name of a list.
  public var name: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Whether it is more than the name of a folder or file.
  public var hasOwner: Bool { path.utf8.contains(UInt8(ascii: "/")) }

  public var description: String { path }
}

extension ListID: Hashable {
  // GitHub ignores case in these names, and a String would compare by canonical equivalence, which
  // takes quadratic time on a run of combining marks.
  public static func == (left: ListID, right: ListID) -> Bool {
    let (left, right) = (left.path.utf8, right.path.utf8)
    return left.count == right.count
      && left.elementsEqual(right) { $0 == $1 || asciiLowercased($0) == asciiLowercased($1) }
  }

  public func hash(into hasher: inout Hasher) {
    // Eight bytes at a time: a hasher takes as long for one.
    var word: UInt64 = 0
    var count = 0
    for byte in path.utf8 {
      word = word << 8 | UInt64(asciiLowercased(byte))
      count += 1
      if count & 7 == 0 { hasher.combine(word) }
    }
    hasher.combine(word)
    hasher.combine(count)
  }
}

/// Returns the lower-case form of an ASCII letter; every other byte unchanged.
@inlinable
public func asciiLowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
