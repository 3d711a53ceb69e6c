/// A name-based UUID: version 5 of RFC 9562, in awl's own namespace.
///
/// The same name gives the same UUID on every machine and in every run.
struct NameUUID: Hashable {
  private let bytes: [UInt8]

  /// 8f16bc78-b54d-46f1-b9b5-482a70c56829, generated once for awl's feeds.
  ///
  /// It must never change: feed readers would show all items again.
  private static let namespace: [UInt8] = [
    0x8F, 0x16, 0xBC, 0x78, 0xB5, 0x4D, 0x46, 0xF1, 0xB9, 0xB5, 0x48, 0x2A, 0x70, 0xC5, 0x68, 0x29,
  ]

  /// Creates the UUID of the parts of a name, which are joined by line feeds.
  init(_ parts: [[UInt8]]) {
    var digest = SHA1.digest(of: Self.namespace + parts.joined(separator: [0x0A]))
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    bytes = Array(digest.prefix(16))
  }

  /// Creates the UUID of a name in texts.
  init(_ parts: String...) { self.init(parts.map { Array($0.utf8) }) }

  /// `8f16bc78-b54d-46f1-b9b5-482a70c56829`.
  var text: String { String(urn.dropFirst("urn:uuid:".utf8.count)) }

  /// `urn:uuid:8f16bc78-b54d-46f1-b9b5-482a70c56829`.
  var urn: String {
    let digits = Array("0123456789abcdef".utf8)
    var text = Array("urn:uuid:".utf8)
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
      text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
