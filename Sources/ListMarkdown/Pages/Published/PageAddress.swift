import Glibc
import ListModel

/// The address of a list's own page, which distinguishes links to places on it from other links.
public struct PageAddress: Hashable, Sendable {
  /// Host and path in lower case without `www.`: `github.com/owner/name`.
  private let place: [UInt8]

  /// Creates the page at a URL; nil unless it is a web site's with a path.
  public init?(_ url: String) {
    let place = PageAddress.place(of: Array(url.utf8)[...])
    let path = place.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    var end = path.endIndex
    while end > path.startIndex, path[end - 1] == UInt8(ascii: "/") { end -= 1 }
    if path[..<end].suffix(4).elementsEqual(".git".utf8) { end -= 4 }
    guard path[..<end].contains(UInt8(ascii: "/")) else { return nil }
    self.place = path[..<end].map(asciiLowercased)
  }

  /// Returns whether a link leads to an anchor of the page: `#a`,
  /// `https://github.com/owner/name#a`, `…/blob/main/README.md#a`.
  func isPlace(_ url: ArraySlice<UInt8>) -> Bool {
    // Nearly no address has one, and this is asked of all.
    let hasMark = url.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, 0x23, bytes.count) != nil } ?? false
    }
    guard hasMark, let mark = url.lastIndex(of: UInt8(ascii: "#")),
      !url[mark...].elementsEqual("#readme".utf8)
    else { return false }
    let rest = PageAddress.place(of: url[..<mark])
    guard rest.count >= place.count, zip(rest, place).allSatisfy({ asciiLowercased($0) == $1 })
    else {
      return false
    }
    let file = rest.dropFirst(place.count)
    if file.isEmpty || file.elementsEqual("/".utf8) { return true }
    let isFile = ["/blob/", "/tree/"].contains { file.starts(with: $0.utf8) }
    let name = file.suffix(while: { $0 != UInt8(ascii: "/") }).map(asciiLowercased)
    return isFile
      && (name.starts(with: "readme".utf8) || file.count { $0 == UInt8(ascii: "/") } == 2)
  }

  /// Returns an address without scheme and `www.`.
  private static func place(of url: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = url
    for prefix in ["https://", "http://", "//", "www."] where rest.starts(with: prefix.utf8) {
      rest = rest.dropFirst(prefix.utf8.count)
    }
    return rest
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  fileprivate func suffix(while isPart: (UInt8) -> Bool) -> SubSequence {
    self[(lastIndex { !isPart($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}
