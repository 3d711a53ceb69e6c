/// A host name in the form used by DNS: lower-case ASCII, with other letters in Punycode.
///
/// Names that programs read differently are refused rather than guessed at: percent escapes,
/// invisible and compatibility characters, full stops of other scripts, and combining accents,
/// which only some programs compose.
struct HostName {
  let ascii: String
  let warnings: [LinkWarning]

  init(_ bytes: ArraySlice<UInt8>) throws(LinkRefusal) {
    if bytes.first == UInt8(ascii: "[") {
      guard bytes.count > 2, bytes.last == UInt8(ascii: "]"),
        bytes.dropFirst().dropLast().allSatisfy(isOfAddress)
      else { throw .host }
      ascii = String(decoding: bytes.map(lowercased), as: UTF8.self)
      warnings = []
      return
    }
    var labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    // One full stop at the end is the root, and means the same host.
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    var result: [String] = []
    for label in labels { result.append(try asciiLabel(label)) }
    let name = result.joined(separator: ".")
    // As the name service bounds it.
    guard name.utf8.count <= 253 else { throw .host }
    ascii = name
    let given = String(decoding: bytes, as: UTF8.self)
    warnings = LinkWarning.ofHost(given, ascii: name)
  }
}

private func asciiLabel(_ bytes: ArraySlice<UInt8>) throws(LinkRefusal) -> String {
  var scalars: [Unicode.Scalar] = []
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    guard isOfLabel(scalar) else { throw .host }
    scalars += scalar.properties.lowercaseMapping.unicodeScalars
  }
  // No label is longer, and its ASCII form is never shorter.
  guard scalars.count <= 63, scalars.allSatisfy(isLetterOfItsOwn) else { throw .host }
  let isPlain = scalars.allSatisfy(\.isASCII)
  let label = isPlain ? String(String.UnicodeScalarView(scalars)) : Punycode.label(scalars)
  guard (1...63).contains(label.utf8.count) else { throw .host }
  return label
}

private func isOfLabel(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII {
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    return isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .otherLetter, .modifierLetter, .decimalNumber,
    .spacingMark, .nonspacingMark:
    return !scalar.properties.isDefaultIgnorableCodePoint
  default: return false
  }
}

/// Returns whether a lower-cased letter is neither a compatibility form nor decomposable.
///
/// Sharp s and final sigma are folded elsewhere, but have been letters of their own since IDNA
/// 2008.
private func isLetterOfItsOwn(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x7F, 0xDF, 0x3C2: true
  case 0x300...0x36F, 0x1100...0x11FF: false
  default: !scalar.properties.changesWhenNFKCCaseFolded
  }
}

private func isOfAddress(_ byte: UInt8) -> Bool {
  isDigit(byte) || (isLetter(byte) && lowercased(byte) <= 0x66) || byte == UInt8(ascii: ":")
    || byte == UInt8(ascii: ".")
}
