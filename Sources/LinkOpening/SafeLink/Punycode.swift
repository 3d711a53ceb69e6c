/// Names with non-ASCII letters, as encoded in DNS (RFC 3492).
///
/// The ASCII letters of a label come first, in order. Then each other letter, smallest code point
/// first, is encoded by how far a decoder has to count to insert it: all code points skipped, times
/// the positions available for insertion. These deltas are written as variable-length integers in
/// base 36, with thresholds that adapt to the size of the previous deltas.
enum Punycode {
  /// Returns the label with its prefix: `xn--` and the encoding.
  static func label(_ scalars: [Unicode.Scalar]) -> String {
    let plain = scalars.filter(\.isASCII)
    var output = "xn--" + String(String.UnicodeScalarView(plain))
    if !plain.isEmpty { output += "-" }
    var handled = plain.count
    var next: UInt32 = 128
    var distance = 0
    var bias = 72
    while handled < scalars.count {
      let smallest = scalars.lazy.map(\.value).filter { $0 >= next }.min() ?? next
      distance += Int(smallest - next) * (handled + 1)
      next = smallest
      for scalar in scalars {
        if scalar.value < next { distance += 1 }
        if scalar.value == next {
          output += digits(of: distance, bias: bias)
          bias = adapted(distance, isFirst: handled == plain.count, count: handled + 1)
          distance = 0
          handled += 1
        }
      }
      distance += 1
      next += 1
    }
    return output
  }

  private static let base = 36

  private static func digits(of number: Int, bias: Int) -> String {
    var rest = number
    var text = ""
    var position = base
    var threshold = min(max(position - bias, 1), 26)
    while rest >= threshold {
      text += digit(threshold + (rest - threshold) % (base - threshold))
      rest = (rest - threshold) / (base - threshold)
      position += base
      threshold = min(max(position - bias, 1), 26)
    }
    return text + digit(rest)
  }

  /// `a` to `z` for 0 to 25, `0` to `9` for 26 to 35.
  private static func digit(_ value: Int) -> String {
    let byte = value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
    return String(Unicode.Scalar(byte))
  }

  private static func adapted(_ distance: Int, isFirst: Bool, count: Int) -> Int {
    var delta = isFirst ? distance / 700 : distance / 2
    delta += delta / count
    var steps = 0
    while delta > 455 {
      delta /= 35
      steps += base
    }
    return steps + 36 * delta / (delta + 38)
  }
}
