import ListModel

/// The text of one block without its markup, and where the links stand in it.
struct InlineText {
  /// UTF-8; white space is single spaces, none at either end.
  var text: [UInt8] = []
  /// The links in their order.
  var links: [InlineLink] = []
  /// How far a strong beginning of the text reaches; 0 where it does not begin so.
  var strongEnd = 0

  var isEmpty: Bool { text.isEmpty && links.isEmpty }

  func string(_ range: Range<Int>) -> String { text[range].string }
}

/// A link in an `InlineText`.
struct InlineLink {
  /// Where it leads, unescaped.
  var url: String
  /// What of the text stands under the link.
  var range: Range<Int>
  /// The star count that stood at its end, which is no longer in the text.
  var stars: Stars?
  /// There is nothing under the link but an image.
  var isImage = false
  /// The address itself is what stands in the text.
  var isBare = false

  /// The link leads to a place on its own page.
  var isAnchor: Bool { url.utf8.first == UInt8(ascii: "#") }
}

extension InlineText {
  /// The same text behind another one.
  func shifted(behind prefix: [UInt8]) -> InlineText {
    var shifted = self
    shifted.text = prefix + text
    for index in links.indices {
      let range = links[index].range
      shifted.links[index].range =
        range.lowerBound + prefix.count..<range.upperBound + prefix.count
    }
    return shifted
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

extension ArraySlice<UInt8> {
  var string: String { String(decoding: self, as: UTF8.self) }

  var trimmingTrailingSpaces: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, self[end - 1] == 0x20 { end -= 1 }
    return self[..<end]
  }

  var trimmingLeadingSpaces: ArraySlice<UInt8> { drop { $0 == 0x20 } }
}
