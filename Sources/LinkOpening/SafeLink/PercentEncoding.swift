/// Appends path, query and fragment, with each byte that RFC 3986 does not allow there encoded.
///
/// Existing escapes stay; a lone `%` becomes `%25`, and a second `#` becomes `%23`.
func appendPercentEncoded(_ bytes: ArraySlice<UInt8>, to result: inout [UInt8]) {
  var fragmentSeen = false
  for (index, byte) in zip(bytes.indices, bytes) {
    switch byte {
    case UInt8(ascii: "%") where isEscape(bytes[index...].prefix(3)): result.append(byte)
    case UInt8(ascii: "#") where !fragmentSeen:
      fragmentSeen = true
      result.append(byte)
    case _ where isAllowed(byte): result.append(byte)
    default:
      result.append(UInt8(ascii: "%"))
      result.append(hexadecimal(byte >> 4))
      result.append(hexadecimal(byte & 0xF))
    }
  }
}

private func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.count == 3
    && bytes.dropFirst().allSatisfy { isDigit($0) || (isLetter($0) && lowercased($0) <= 0x66) }
}

/// Returns whether a byte is unreserved, a sub-delimiter, or a delimiter that paths and queries may
/// have.
private func isAllowed(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || "-._~!$&'()*+,;=:@/?".utf8.contains(byte)
}

private func hexadecimal(_ digit: UInt8) -> UInt8 {
  digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
}
