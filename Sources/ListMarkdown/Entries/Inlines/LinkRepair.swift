/// Repairs links whose Markdown is broken, if only one reading is possible.
///
///     [a](https://ex.org/a b.mp3)    a blank in the address
///     [a](https://ex.org] - What.    the wrong bracket, or none
///     [a] (https://ex.org) - What.   a blank between the two halves
///     [a]([b](https://ex.org))       a link in place of the address
///
/// Markdown leaves these as text. Costs one pass over the text.
struct LinkRepair {
  /// The fault of a broken link.
  enum Fault: String {
    case blank = "a link's address has a blank in it"
    case bracket = "a link's address does not end in its bracket"
    case distance = "there is a space between a link's text and its address"
    case nesting = "a link is in place of another link's address"
    case html = "a Markdown link is inside HTML"
    case noScheme = "a link's address has no scheme, such as https:"
  }

  /// A longer address is not one.
  private static let addressBytes = 2_048

  private var text: InlineText
  private var cuts: [Range<Int>] = []
  private var found: [(range: Range<Int>, url: [UInt8])] = []
  /// The links that were known before and are after the current place.
  private var known: ArraySlice<InlineLink>
  /// The code spans after the current place.
  private var codes: ArraySlice<Range<Int>>
  /// Links that turn out to be parts of others.
  private var dropped: [Int] = []
  private var nested: [(link: Int, range: Range<Int>)] = []

  /// Returns the address of a link that is in place of an address, `[b](https://ex.org)`.
  static func address(
    within url: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    guard url.first == UInt8(ascii: "["), url.last == UInt8(ascii: ")"),
      let end = url.firstIndex(of: UInt8(ascii: "]")), end + 2 < url.count,
      url[end + 1] == UInt8(ascii: "(")
    else { return nil }
    return url[(end + 2)..<(url.count - 1)].buffer
  }

  /// Returns whether a text has `](` or `] (`; without either there is nothing to repair.
  static func mayBeNeeded(for text: [UInt8]) -> Bool {
    var start = 0
    while let close = UTF8Scan.index(of: UInt8(ascii: "]"), in: text, from: start) {
      start = close + 1
      let next = start < text.count && text[start] == 0x20 ? start + 1 : start
      if next < text.count, text[next] == UInt8(ascii: "(") { return true }
    }
    return false
  }

  /// Repairs the links of a text.
  static func run(on text: inout InlineText, besides codes: [Range<Int>]) {
    var repair = LinkRepair(text, codes: codes)
    repair.scan()
    repair.apply(to: &text)
  }

  private init(_ text: InlineText, codes: [Range<Int>]) {
    self.text = text
    self.codes = codes[...]
    known = text.links[...]
  }

  private mutating func scan() {
    let bytes = text.text
    var open: Int?
    var index = 0
    while index < bytes.count {
      while let link = known.first, link.range.upperBound <= index { known = known.dropFirst() }
      if let link = known.first, link.range.contains(index) {
        index = link.range.upperBound
        open = nil
        continue
      }
      while let code = codes.first, code.upperBound <= index { codes = codes.dropFirst() }
      if let code = codes.first, code.contains(index) {
        index = code.upperBound
        continue
      }
      switch bytes[index] {
      case UInt8(ascii: "["):
        open = index > 0 && bytes[index - 1] == UInt8(ascii: "!") ? nil : index
      case UInt8(ascii: "]"):
        if let start = open, index > start + 1, let end = read(label: start + 1..<index) {
          index = end
          open = nil
          continue
        }
        open = nil
      default: break
      }
      index += 1
    }
  }

  /// Parses the part after a bracketed text; returns the link's end, or nil if it is not a link.
  private mutating func read(label: Range<Int>) -> Int? {
    let bytes = text.text
    var start = label.upperBound + 1
    let isApart = start + 1 < bytes.count && bytes[start] == 0x20
    if isApart { start += 1 }
    guard start + 1 < bytes.count, bytes[start] == UInt8(ascii: "(") else { return nil }
    start += 1
    if !isApart, let link = known.first, link.range.lowerBound == start,
      !link.isBare
        || link.range.upperBound < bytes.count && bytes[link.range.upperBound] == UInt8(ascii: ")")
    {
      return readNested(link, label: label)
    }
    return readAddress(from: start, label: label, isApart: isApart)
  }

  /// `[a]([b](https://ex.org))`, in which `b` is a link already.
  private mutating func readNested(_ link: InlineLink, label: Range<Int>) -> Int? {
    let end = link.range.upperBound
    guard end < text.text.count, text.text[end] == UInt8(ascii: ")"), !link.isAnchor else {
      return nil
    }
    cut(label, to: end + 1)
    nested.append((known.startIndex, label))
    text.repair = text.repair ?? .nesting
    return end + 1
  }

  private mutating func readAddress(from start: Int, label: Range<Int>, isApart: Bool) -> Int? {
    let bytes = text.text
    guard isAddress(at: start, isApart: isApart) else { return nil }
    let (end, blank) = endOfAddress(from: start)
    // `[a](<https://ex.org/a> b)`: the address was parsed as a link up to the blank.
    let inside = known.prefix { $0.range.lowerBound < end }
    guard inside.count < 2, inside.allSatisfy({ $0.isBare && $0.range.lowerBound == start }) else {
      return nil
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ")") {
      guard !isApart || blank == nil else { return nil }
      dropped += inside.indices
      // A quoted text after a blank is a title.
      let hasTitle = blank.map { [0x22, 0x27].contains(bytes[$0 + 1]) } ?? false
      add(
        start..<(hasTitle ? blank ?? end : end), label: label, end: end + 1,
        fault: isApart
          ? .distance
          : blank != nil ? .blank : BareLinks.isAddress(bytes, at: start) ? .html : .noScheme)
      return end + 1
    }
    guard !isApart else { return nil }
    dropped += inside.indices
    // Without its closing bracket the address ends at the first blank or at the wrong bracket.
    let isWrong = blank == nil && end < bytes.count && bytes[end] == UInt8(ascii: "]")
    let last = blank ?? end
    add(start..<last, label: label, end: isWrong ? last + 1 : last, fault: .bracket)
    return isWrong ? last + 1 : last
  }

  /// Returns whether an address begins at a position; one without its scheme only if directly
  /// adjacent.
  private func isAddress(at start: Int, isApart: Bool) -> Bool {
    if BareLinks.isAddress(text.text, at: start) { return true }
    guard !isApart else { return false }
    return text.text[start...].withUnsafeBufferPointer { rest in
      let address = rest.prefix(LinkRepair.addressBytes).prefix {
        $0 > 0x20 && $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "]")
      }
      return MissingScheme.scheme(of: address.buffer) != nil
    }
  }

  /// Returns the bracket that ends an address or its text's limit, and the first blank before it.
  private func endOfAddress(from start: Int) -> (end: Int, blank: Int?) {
    let bytes = text.text
    let limit = min(bytes.count, start + LinkRepair.addressBytes)
    var depth = 0
    var blank: Int?
    var end = start
    while end < limit {
      switch bytes[end] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return (end, blank) }
        depth -= 1
      case UInt8(ascii: "["), UInt8(ascii: "]"): return (end, blank)
      case 0x20: blank = blank ?? end
      default: break
      }
      end += 1
    }
    return (end, blank)
  }

  private mutating func add(_ address: Range<Int>, label: Range<Int>, end: Int, fault: Fault) {
    cut(label, to: end)
    found.append((label, Array(text.text[address].trimmingTrailingSpaces)))
    text.repair = text.repair ?? fault
  }

  /// Takes away all of a link but its text.
  private mutating func cut(_ label: Range<Int>, to end: Int) {
    cuts += [label.lowerBound - 1..<label.lowerBound, label.upperBound..<end]
  }

  private func apply(to result: inout InlineText) {
    guard !cuts.isEmpty else { return }
    result = text
    for (number, range) in nested { result.links[number].range = range }
    for number in dropped.reversed() { result.links.remove(at: number) }
    for (range, url) in found {
      url.withUnsafeBufferPointer {
        result.addLink(to: $0, after: MissingScheme.scheme(of: $0) ?? "", range: range)
      }
    }
    result.links.sort { $0.range.lowerBound < $1.range.lowerBound }
    result.remove(cuts)
  }
}
