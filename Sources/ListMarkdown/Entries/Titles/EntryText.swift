import ListModel

/// The parts of an entry, parsed from its first paragraph.
///
///     [Alibi Detect (⭐1.5k)](https://…) 🎓 - Outlier detection.
///
/// gives the title `Alibi Detect`, 1500 stars, the mark 🎓 and the description `Outlier detection.`
/// The main link is the first one that is neither an image nor an anchor of its own page, if there
/// is one. A sentence around the link is preserved. If the link's text is generic (`GenericTitle`),
/// the title is the name next to it (`EntryName`).
struct EntryText {
  /// The entry as it was read so far, without its place.
  var entry = EntryBytes()
  /// The fault of a link that was repaired.
  private(set) var repair: LinkRepair.Fault?
  /// The title only names a kind of link, or is the address itself.
  var isGeneric = false

  var hasLink: Bool { entry.url != nil }
  var title: ArraySlice<UInt8> { entry.bytes[entry.title] }

  init() {}

  init(_ text: borrowing InlineText) { read(text) }

  /// Begins another entry.
  mutating func read(_ text: borrowing InlineText) {
    entry.clear()
    repair = text.repair
    isGeneric = false
    entry.stars = text.stars
    let links = text.links
    text.withBytes { bytes, urls in
      guard let number = EntryText.mainLink(of: links) else {
        takeUnlinked(bytes, strong: text.strong)
        if text.struck.lowerBound == 0, !text.struck.isEmpty { entry.marks.append(.struck) }
        return
      }
      let main = links[number]
      let url = entry.add(urls[main.url].buffer)
      entry.url = url
      if let stars = main.stars { entry.stars = stars }
      let isTitle = takeTitle(text, main: number, bytes: bytes, urls: urls)
      let shown = isTitle ? entry.title : entry.add(bytes[main.range].buffer)
      entry.addLink(title: shown, url: url)
      for index in links.indices where index != number { add(links[index], bytes, urls) }
      if entry.title.isEmpty { takeAddress(url, main, pictures: urls) }
      if !text.struck.isEmpty, text.strikes(main) { entry.marks.append(.struck) }
    }
  }

  /// Appends a further paragraph to the description, on a separate line.
  mutating func addParagraph(_ paragraph: InlineText) {
    paragraph.withBytes { bytes, urls in
      if !bytes.isEmpty {
        if !entry.description.isEmpty { entry.description.append(0x0A) }
        describe(bytes)
      }
      for link in paragraph.links where !link.isImage || !leads(to: urls[link.url]) {
        add(link, bytes, urls)
      }
    }
    takeFacts(of: paragraph)
  }

  /// Adds the links of a text that has no other content.
  mutating func addLinks(of text: InlineText) {
    text.withBytes { bytes, urls in for link in text.links { add(link, bytes, urls) } }
    takeFacts(of: text)
  }

  /// Adds the results of the collector for a further text of the entry.
  private mutating func takeFacts(of text: InlineText) {
    if entry.stars == nil { entry.stars = text.stars }
    if repair == nil { repair = text.repair }
  }

  /// Discards the description read so far.
  mutating func dropDescription() { entry.description.removeAll(keepingCapacity: true) }

  /// Renames the entry to a name found elsewhere, as in another cell of its row.
  mutating func rename(_ name: ArraySlice<UInt8>) {
    name.withUnsafeBufferPointer { entry.title = entry.add($0) }
    isGeneric = false
  }

  /// If there is no link yet, the first of these becomes the entry's.
  mutating func adoptLink() {
    guard entry.url == nil, let first = entry.links.first(where: { !isAnchor($0) }) else { return }
    entry.url = first.url
  }

  /// There are links, and all of them lead to anchors of the same page.
  func hasOnlyAnchors(on page: PageAddress?) -> Bool {
    !entry.links.isEmpty && !leadsAway(from: page)
  }

  /// Returns whether a link leads off the page.
  func leadsAway(from page: PageAddress?) -> Bool {
    entry.links.contains { !isAnchor($0) && page?.isPlace(entry.bytes[$0.url]) != true }
  }
}

extension EntryText {
  private static func mainLink(of links: [InlineLink]) -> Int? {
    links.firstIndex { !$0.isImage && !$0.isAnchor }
      ?? links.firstIndex { !$0.isAnchor } ?? links.firstIndex { !$0.isImage }
      ?? links.indices.first
  }

  private func isAnchor(_ link: EntryBytes.LinkPlace) -> Bool {
    entry.bytes[link.url].first == UInt8(ascii: "#")
  }

  /// Returns whether an address is the main link; a picture often has the same target as the title.
  private func leads(to url: ByteSlice) -> Bool {
    url.elementsEqual(entry.url.map { entry.bytes[$0] } ?? [])
  }

  private mutating func add(_ link: InlineLink, _ text: ByteSlice, _ urls: ByteSlice) {
    let title = entry.add(text[link.range].buffer)
    entry.addLink(title: title, url: entry.add(urls[link.url].buffer))
  }

  /// Sets the title of an entry without text: the alternative text of its picture, or else the address.
  private mutating func takeAddress(_ url: Range<Int>, _ main: InlineLink, pictures: ByteSlice) {
    let picture = pictures[main.picture]
    if picture.isEmpty {
      entry.title = url
      isGeneric = true
    } else {
      entry.title = entry.add(picture.buffer)
      isGeneric = GenericTitle.matchesWords(picture)
    }
  }

  /// Takes title and description; true if the title is the main link's text.
  private mutating func takeTitle(
    _ text: borrowing InlineText, main number: Int, bytes: ByteSlice, urls: ByteSlice
  ) -> Bool {
    let main = text.links[number]
    let shown = main.range.isEmpty ? urls[main.picture] : bytes[main.range]
    isGeneric = main.isBare || GenericTitle.matches(shown, url: urls[main.url])
    if main.isImage {
      let rest = bytes[main.range.upperBound...].trimmingLeadingSpaces
      isGeneric = isGeneric || EntryText.hasWords(rest) && Separator.length(atStartOf: rest) == 0
    }
    // The description follows an address in the middle of the text.
    let mayBeNamed =
      isGeneric
      && (!main.isBare || !text.strong.isEmpty
        || !EntryText.hasWords(EntryText.withoutClosing(bytes[main.range.upperBound...], nil)))
    if mayBeNamed, let name = EntryName(text, main: number) {
      entry.title = name.title.withUnsafeBufferPointer { entry.add($0) }
      name.description.withUnsafeBufferPointer { takeDescription($0[...]) }
      isGeneric = false
      return false
    }
    return take(bytes, around: main)
  }
}
