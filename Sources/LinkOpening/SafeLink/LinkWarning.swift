/// A warning about a link that may be opened.
public enum LinkWarning: Equatable, Sendable {
  /// The host is written in letters beyond ASCII; show both forms.
  case otherLetters(host: String, ascii: String)
  /// A part of the host mixes Latin letters with ones that look like them.
  case mixedScripts(host: String)
  /// The link's text names a host, and it is another one.
  case textNames(String, host: String)
}

extension LinkWarning: CustomStringConvertible {
  /// The warning in a sentence, without a full stop.
  public var description: String {
    switch self {
    case .otherLetters(let host, let ascii): "the host \(host) is \(ascii)"
    case .mixedScripts(let host): "the host \(host) mixes letters that look alike"
    case .textNames(let named, let host): "the text says \(named), the link leads to \(host)"
    }
  }
}

extension LinkWarning {
  /// Returns the warnings about a host as written in the link.
  static func ofHost(_ given: String, ascii: String) -> [LinkWarning] {
    guard given.unicodeScalars.contains(where: { !$0.isASCII }) else { return [] }
    let isMixed = given.unicodeScalars.split(separator: ".").contains { label in
      label.contains(where: isLatin) && label.contains(where: looksLatin)
    }
    return [.otherLetters(host: given, ascii: ascii)]
      + (isMixed ? [.mixedScripts(host: given)] : [])
  }

  /// Returns the warning about a text that is itself an address: `https://bank.example`,
  /// `www.bank.example`.
  ///
  /// Bare names with a dot are not taken for hosts; half of them are `Node.js`.
  static func ofText(_ text: String, over host: String) -> [LinkWarning] {
    let bytes = text.utf8.prefix(SafeLink.lengthLimit).map(lowercased)
    let prefixes = ["https://", "http://", "www."]
    guard let prefix = prefixes.first(where: { bytes.starts(with: $0.utf8) }) else { return [] }
    let start = prefix == "www." ? 0 : prefix.utf8.count
    let named = bytes[start...].prefix {
      isLetter($0) || isDigit($0) || $0 >= 0x80 || "-._".utf8.contains($0)
    }
    guard let name = try? HostName(named).ascii, name.utf8.contains(UInt8(ascii: ".")),
      !isSame(name, host)
    else { return [] }
    return [.textNames(name, host: host)]
  }
}

/// Returns whether two hosts are one site: the same, or one below the other.
private func isSame(_ one: String, _ other: String) -> Bool {
  let (one, other) = (bare(one), bare(other))
  return one.elementsEqual(other) || isBelow(one, other) || isBelow(other, one)
}

private func bare(_ host: String) -> [UInt8] {
  Array(host.utf8.starts(with: "www.".utf8) ? host.utf8.dropFirst(4) : host.utf8[...])
}

private func isBelow(_ host: [UInt8], _ site: [UInt8]) -> Bool {
  host.reversed().starts(with: ([UInt8(ascii: ".")] + site).reversed())
}

private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: true
  default: false
  }
}

/// Returns whether a letter is of a script that has doubles of Latin letters: Greek, Cyrillic,
/// Armenian, Cherokee.
private func looksLatin(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x370...0x3FF, 0x1F00...0x1FFF: true
  case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: true
  case 0x530...0x58F, 0x13A0...0x13FF, 0xAB70...0xABBF: true
  default: false
  }
}
