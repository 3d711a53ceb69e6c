import ListMarkdown

/// A link and its position on a page.
package struct PageLink: Hashable, Sendable {
  package var position: PagePosition
  /// The number of the link in its piece.
  package var link: Int32

  package init(position: PagePosition, link: Int32) {
    self.position = position
    self.link = link
  }
}

extension LaidOutPage {
  /// Returns the target of a link, as the page has it.
  package mutating func target(of link: PageLink) -> String {
    piece(link.position.piece).target(of: link.link)
  }

  /// Returns the links that begin on a line, from left to right.
  package mutating func links(at position: PagePosition) -> [PageLink] {
    let piece = piece(position.piece)
    guard piece.lines.indices.contains(position.line) else { return [] }
    return piece.links(onLine: position.line).map { PageLink(position: position, link: $0) }
  }

  /// Returns the next link after one, or after the start of a line; the previous one if `forward`
  /// is false.
  package mutating func link(
    after link: PageLink?, from position: PagePosition, forward: Bool
  ) -> PageLink? {
    var place = link?.position ?? position
    if let link {
      let here = links(at: place)
      if let index = here.firstIndex(where: { $0.link == link.link }) {
        let next = index + (forward ? 1 : -1)
        if here.indices.contains(next) { return here[next] }
      }
    } else if let here = forward ? links(at: place).first : nil {
      return here
    }
    while true {
      let next = self.position(from: place, by: forward ? 1 : -1)
      guard next != place else { return nil }
      place = next
      let here = links(at: place)
      if let found = forward ? here.first : here.last { return found }
    }
  }

  /// Returns the headings of the page in their order.
  package mutating func headings() -> [(position: PagePosition, heading: LaidOutHeading)] {
    var found: [(position: PagePosition, heading: LaidOutHeading)] = []
    for index in 0..<pieceCount {
      for heading in piece(index).headings {
        found.append((PagePosition(piece: index, line: heading.line), heading))
      }
    }
    return found
  }

  /// Returns the target of `#name`: an anchor in the page, a heading by GitHub's rule, else the
  /// heading with the most similar letters.
  package mutating func position(ofAnchor name: String) -> PagePosition? {
    let name = PercentEncoded.decoded(name)
    let plain = name.utf8.starts(with: "user-content-".utf8) ? String(name.dropFirst(13)) : name
    var counts: [String: Int] = [:]
    var headings: [(slug: String, position: PagePosition)] = []
    for index in 0..<min(pieceCount, 4 * Self.wholePieces) {
      let piece = piece(index)
      for heading in piece.headings {
        let count = counts[heading.slug, default: 0]
        counts[heading.slug] = count + 1
        let slug = count == 0 ? heading.slug : "\(heading.slug)-\(count)"
        let position = PagePosition(piece: index, line: heading.line)
        if isSame(slug, plain) { return position }
        headings.append((heading.slug, position))
      }
      if let anchor = piece.anchors.first(where: { isSame($0.name, plain) }) {
        return PagePosition(piece: index, line: min(anchor.line, max(0, piece.lines.count - 1)))
      }
    }
    return nearest(to: plain, among: headings)
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
      || one.utf8.count == other.utf8.count && one.lowercased() == other.lowercased()
  }

  private func nearest(
    to name: String, among headings: [(slug: String, position: PagePosition)]
  ) -> PagePosition? {
    let letters = HeadingSlug.letters(of: name)
    guard letters.count > 1, letters.count < 200 else { return nil }
    let texts = headings.map { HeadingSlug.letters(of: $0.slug) }
    if let same = texts.firstIndex(of: letters) { return headings[same].position }
    let holding = texts.indices.filter { index in
      texts[index].starts(with: letters)
        || !texts[index].isEmpty && letters.starts(with: texts[index])
    }
    return holding.max { texts[$0].count < texts[$1].count }.map { headings[$0].position }
  }
}

/// `%20` and its like in the targets of links.
package enum PercentEncoded {
  package static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "%"), rest.count > 2,
        let value = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
