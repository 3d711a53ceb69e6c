import ListModel

/// The paths of a published folder's pages.
enum PagePath {
  /// Returns the folder of a list, with a slash at its end: `content/owner/name/`.
  ///
  /// A list without an owner is in `content/_/`; no host allows an owner of that name.
  static func folder(of list: ListID) -> String {
    let parts = list.path.split(separator: "/", omittingEmptySubsequences: false)
    let owner = parts.count < 2 ? "_/" : ""
    return "content/" + owner + parts.map { component(String($0)) + "/" }.joined()
  }

  /// Returns a path as part of a URL: a percent sign of a file's name is encoded itself.
  static func urlPath(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return path }
    return path.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25")
  }

  /// Returns a part of a list's name as one path component.
  ///
  /// Letters, digits, `.`, `_` and `-` are unchanged; all other bytes, and a component that is
  /// empty, `.`, `..` or longer than 100 bytes, are percent-encoded, at most 200 bytes of it.
  static func component(_ part: String) -> String {
    let bytes = Array(part.utf8)
    let isPlain =
      (1...100).contains(bytes.count) && bytes.allSatisfy(isPlainByte)
      && !bytes.allSatisfy { $0 == UInt8(ascii: ".") }
    guard !isPlain else { return part }
    guard !bytes.isEmpty else { return "%" }
    let keepsPlain = !bytes.allSatisfy { $0 == UInt8(ascii: ".") }
    var encoded: [UInt8] = []
    for byte in bytes where encoded.count <= 197 {
      if keepsPlain, isPlainByte(byte) {
        encoded.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The address of a folder without the slashes at its end.
  static func withoutSlash(_ address: String) -> String {
    var address = address
    while address.utf8.last == UInt8(ascii: "/") { address.removeLast() }
    return address
  }

  private static func isPlainByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || "._-".utf8.contains(byte)
  }
}
