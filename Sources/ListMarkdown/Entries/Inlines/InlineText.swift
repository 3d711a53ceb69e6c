import Glibc
import ListModel

/// The text of one block without its markup, and the positions of its links.
struct InlineText {
  /// UTF-8; white space is single spaces, none at either end.
  var text: [UInt8] = []
  /// The links in their order.
  var links: [InlineLink] = []
  /// The first strong part of the text; empty if there is none.
  var strong = 0..<0
  /// The first emphasized part of the text; empty if there is none.
  var emphasized = 0..<0
  /// The first struck-out part of the text; empty if there is none.
  var struck = 0..<0
  /// The first star count in the text outside links, which has been removed from it.
  var stars: Stars?
  /// The fault of a link that was repaired.
  var repair: LinkRepair.Fault?
  /// The positions of source line ends in the text, in order.
  var lineEnds: [Int] = []
  /// The concatenated targets of the links.
  private var urls: [UInt8] = []

  init(text: [UInt8] = []) { self.text = text }

  var isEmpty: Bool { text.isEmpty && links.isEmpty }

  /// Returns the target of a link, unescaped.
  func url(of link: InlineLink) -> ArraySlice<UInt8> { urls[link.url] }
}

/// A link in an `InlineText`.
struct InlineLink {
  /// The range of its address among those of the text.
  fileprivate(set) var url: Range<Int>
  /// The range of the link's text.
  var range: Range<Int>
  /// The link leads to an anchor of its own page.
  fileprivate(set) var isAnchor: Bool
  /// The star count that was at its end, which is no longer in the text.
  var stars: Stars?
  /// The link contains only an image.
  var isImage = false
  /// The image's alternative text, stored with the addresses; empty if there is none.
  fileprivate(set) var picture = 0..<0
  /// The link's text is its address.
  var isBare = false
}

extension InlineText {
  /// Removes everything and keeps the capacity.
  mutating func clear() {
    // Clearing an empty array costs as much, and most texts leave some of them empty.
    if !text.isEmpty { text.removeAll(keepingCapacity: true) }
    if !links.isEmpty { links.removeAll(keepingCapacity: true) }
    if !urls.isEmpty { urls.removeAll(keepingCapacity: true) }
    strong = 0..<0
    emphasized = 0..<0
    struck = 0..<0
    stars = nil
    repair = nil
    if !lineEnds.isEmpty { lineEnds.removeAll(keepingCapacity: true) }
  }

  /// Appends a link; `scheme` is put before its address.
  mutating func addLink(
    to url: UnsafeBufferPointer<UInt8>, after scheme: StaticString = "", range: Range<Int>,
    stars: Stars? = nil, isImage: Bool = false, isBare: Bool = false
  ) {
    let start = urls.count
    if scheme.utf8CodeUnitCount > 0 {
      urls.append(
        contentsOf: UnsafeBufferPointer(start: scheme.utf8Start, count: scheme.utf8CodeUnitCount))
    }
    append(address: url)
    links.append(
      InlineLink(
        url: start..<urls.count, range: range, isAnchor: url.first == UInt8(ascii: "#"),
        stars: stars, isImage: isImage, isBare: isBare))
  }

  /// Adds an address; a blank in it is written as addresses have it.
  private mutating func append(address: UnsafeBufferPointer<UInt8>) {
    guard let base = address.baseAddress, memchr(base, 0x20, address.count) != nil else {
      urls.append(contentsOf: address)
      return
    }
    if repair == nil { repair = .blank }
    for byte in address {
      if byte == 0x20 { urls += Array("%20".utf8) } else { urls.append(byte) }
    }
  }

  /// Sets the alternative text of the last link's picture.
  mutating func describePicture(_ text: some Sequence<UInt8>) {
    guard let last = links.indices.last else { return }
    let start = urls.count
    urls.append(contentsOf: text)
    links[last].picture = start..<urls.count
  }

  /// Calls `body` with the text and with the addresses that links are places of.
  func withBytes<Result>(
    _ body: (_ text: ByteSlice, _ urls: ByteSlice) -> Result
  ) -> Result {
    text.withUnsafeBufferPointer { text in
      urls.withUnsafeBufferPointer { urls in body(text[...], urls[...]) }
    }
  }

  /// Returns the same text appended to another one.
  func shifted(after prefix: [UInt8]) -> InlineText {
    var shifted = InlineText(text: prefix)
    shifted.append(self)
    return shifted
  }

  /// Appends another text directly.
  mutating func append(_ other: InlineText) {
    let (start, urlStart) = (text.count, urls.count)
    text += other.text
    urls += other.urls
    links += other.links.map { link in
      var link = link
      link.range = link.range.lowerBound + start..<link.range.upperBound + start
      link.url = link.url.lowerBound + urlStart..<link.url.upperBound + urlStart
      link.picture = link.picture.lowerBound + urlStart..<link.picture.upperBound + urlStart
      return link
    }
    if stars == nil { stars = other.stars }
    if repair == nil { repair = other.repair }
  }

  /// Returns the text without its first bytes; a link in these is no longer one of the text's own.
  func dropping(prefix length: Int) -> InlineText {
    var rest = self
    rest.text = Array(text[length...])
    rest.links = links.compactMap { link in
      guard link.range.lowerBound >= length else { return nil }
      var link = link
      link.range = link.range.lowerBound - length..<link.range.upperBound - length
      return link
    }
    rest.strong = strong.dropping(prefix: length)
    rest.emphasized = emphasized.dropping(prefix: length)
    rest.struck = struck.dropping(prefix: length)
    return rest
  }

  /// Removes ranges of the text, also inside links.
  ///
  /// `cuts` must be ascending and must not overlap. Costs one pass, and a binary search for each
  /// link.
  mutating func remove(_ cuts: [Range<Int>]) {
    // Overlapping cuts would be a programming error; they are not removed twice.
    var cuts = cuts
    var last = 0
    cuts.removeAll { cut in
      if cut.lowerBound < last || cut.isEmpty { return true }
      last = cut.upperBound
      return false
    }
    guard !cuts.isEmpty else { return }
    var kept: [UInt8] = []
    var start = 0
    /// How many bytes were taken out before the end of each cut.
    var removed: [Int] = []
    for cut in cuts {
      kept += text[start..<cut.lowerBound]
      start = cut.upperBound
      removed.append((removed.last ?? 0) + cut.count)
    }
    kept += text[start...]
    func moved(_ place: Int) -> Int {
      let next = cuts.partitioningIndex { $0.lowerBound >= place }
      guard next > 0 else { return place }
      let last = cuts[next - 1]
      return place - removed[next - 1] + max(0, last.upperBound - place)
    }
    func moved(_ range: Range<Int>) -> Range<Int> {
      moved(range.lowerBound)..<moved(range.upperBound)
    }
    text = kept
    for index in links.indices { links[index].range = moved(links[index].range) }
    strong = moved(strong)
    emphasized = moved(emphasized)
    struck = moved(struck)
    for index in lineEnds.indices { lineEnds[index] = moved(lineEnds[index]) }
  }
}

extension Range<Int> {
  /// Returns the same bytes of a text without its first ones.
  fileprivate func dropping(prefix length: Int) -> Range<Int> {
    Swift.max(lowerBound - length, 0)..<Swift.max(upperBound - length, 0)
  }
}

extension InlineText {
  /// Returns whether all that a link is under is struck out.
  func strikes(_ link: InlineLink) -> Bool {
    struck.lowerBound <= link.range.lowerBound && link.range.upperBound <= struck.upperBound
  }
}
