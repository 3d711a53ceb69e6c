import ListModel

/// The text of one block without its markup, and where the links stand in it.
struct InlineText {
  /// UTF-8; white space is single spaces, none at either end.
  var text: [UInt8] = []
  /// The links in their order.
  var links: [InlineLink] = []
  /// How far a strong beginning of the text reaches; 0 where it does not begin so.
  var strongEnd = 0
  /// Where lines of the source end in the text, in the order of the text.
  var lineEnds: [Int] = []
  /// Where the links lead, on end.
  private var urls: [UInt8] = []

  init(text: [UInt8] = []) { self.text = text }

  var isEmpty: Bool { text.isEmpty && links.isEmpty }

  func string(_ range: Range<Int>) -> String { text[range].string }

  /// Where a link leads, unescaped.
  func url(of link: InlineLink) -> ArraySlice<UInt8> { urls[link.url] }
}

/// A link in an `InlineText`.
struct InlineLink {
  /// Where the address lies among those of the text.
  fileprivate(set) var url: Range<Int>
  /// What of the text stands under the link.
  var range: Range<Int>
  /// The link leads to a place on its own page.
  fileprivate(set) var isAnchor: Bool
  /// The star count that stood at its end, which is no longer in the text.
  var stars: Stars?
  /// There is nothing under the link but an image.
  var isImage = false
  /// The address itself is what stands in the text.
  var isBare = false
}

extension InlineText {
  /// Forgets all and keeps the memory.
  mutating func clear() {
    text.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    urls.removeAll(keepingCapacity: true)
    lineEnds.removeAll(keepingCapacity: true)
    strongEnd = 0
  }

  /// Adds a link behind the others.
  mutating func addLink(
    to url: UnsafeBufferPointer<UInt8>, range: Range<Int>, stars: Stars? = nil,
    isImage: Bool = false, isBare: Bool = false
  ) {
    let start = urls.count
    urls.append(contentsOf: url)
    links.append(
      InlineLink(
        url: start..<urls.count, range: range, isAnchor: url.first == UInt8(ascii: "#"),
        stars: stars, isImage: isImage, isBare: isBare))
  }

  /// Calls `body` with the text and with the addresses that links are places of.
  func withBytes<Result>(
    _ body: (_ text: ByteSlice, _ urls: ByteSlice) -> Result
  ) -> Result {
    text.withUnsafeBufferPointer { text in
      urls.withUnsafeBufferPointer { urls in body(text[...], urls[...]) }
    }
  }

  /// The same text behind another one.
  func shifted(behind prefix: [UInt8]) -> InlineText {
    var shifted = InlineText(text: prefix)
    shifted.append(self)
    return shifted
  }

  /// Adds another text right behind.
  mutating func append(_ other: InlineText) {
    let (start, urlStart) = (text.count, urls.count)
    text += other.text
    urls += other.urls
    links += other.links.map { link in
      var link = link
      link.range = link.range.lowerBound + start..<link.range.upperBound + start
      link.url = link.url.lowerBound + urlStart..<link.url.upperBound + urlStart
      return link
    }
  }

  /// The text without its first bytes; a link in these is no longer one of the text's own.
  func dropping(prefix length: Int) -> InlineText {
    var rest = self
    rest.text = Array(text[length...])
    rest.links = links.compactMap { link in
      guard link.range.lowerBound >= length else { return nil }
      var link = link
      link.range = link.range.lowerBound - length..<link.range.upperBound - length
      return link
    }
    return rest
  }
}
