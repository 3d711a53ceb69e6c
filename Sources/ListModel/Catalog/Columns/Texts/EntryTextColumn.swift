/// A column of titles, addresses or descriptions: the texts as they are or, as in the image of a
/// library, folded ones with their casing.
///
/// A class because of its size: copying it would update five reference counts.
public final class EntryTextColumn: Sendable {
  /// The original texts if `casing` is nil, else folded ones.
  let texts: TextColumn
  let casing: TextCasing?

  /// Creates the column of an image; empty if that has neither form.
  ///
  /// Without its casing a folded text is better than none: so a damaged image has texts.
  init(_ section: CatalogSection, of image: CatalogImage) {
    if image.section(section).baseAddress == nil, let parts = section.foldedParts {
      texts = TextColumn(parts.folded, of: image)
      casing = TextCasing(parts.casing, of: image, textCount: texts.count)
    } else {
      texts = TextColumn(section, of: image)
      casing = nil
    }
  }

  /// How many texts there are.
  public var count: Int { texts.count }

  /// The total size of all texts in bytes, folded if they are stored folded.
  public var byteCount: Int { texts.allBytes.count }

  /// Calls `body` with the UTF-8 of a text, which is valid inside it only; empty for an index that is
  /// out of bounds.
  public func withBytes<Result>(
    at index: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    let range = texts.range(at: index)
    let bytes = UnsafeRawBufferPointer(rebasing: texts.allBytes[range])
    guard let casing else { return try body(bytes) }
    if let text = casing.otherText(at: index) { return try body(text) }
    return try withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 1) { text in
      casing.copy(bytes, at: range.lowerBound, to: text)
      return try body(UnsafeRawBufferPointer(text))
    }
  }

  /// Calls `body` with the UTF-8 of each text, in order, and `finished` with the bytes that have
  /// been passed, in steps of a megabyte.
  ///
  /// Faster than `withBytes` for all texts, since it is not generic. Texts that are stored folded are
  /// restored one by one, and nothing is reported as passed.
  public func forEach(
    finished: (UnsafeRawBufferPointer) -> Void, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    guard let unfolded else {
      for index in 0..<count { withBytes(at: index, body) }
      return
    }
    var start = 0
    for index in 0..<count {
      let range = unfolded.range(at: index)
      body(UnsafeRawBufferPointer(rebasing: unfolded.allBytes[range]))
      if range.upperBound - start >= 1 << 20 || index == count - 1, range.upperBound > start {
        finished(UnsafeRawBufferPointer(rebasing: unfolded.allBytes[start..<range.upperBound]))
        start = range.upperBound
      }
    }
  }

  /// Returns whether a text is empty; costs less than to ask for its bytes.
  public func isEmpty(at index: Int) -> Bool {
    casing?.otherText(at: index).map(\.isEmpty) ?? texts.range(at: index).isEmpty
  }

  /// A text, with what is not UTF-8 replaced.
  public subscript(index: Int) -> String {
    withBytes(at: index) { String(decoding: $0, as: UTF8.self) }
  }

  /// The contiguous texts and their ends; nil if they are folded.
  public var unfolded: TextColumn? { casing == nil ? texts : nil }
}

extension CatalogSection {
  /// Whether a library's image stores the section's texts folded, with their casing.
  public var isHeldFolded: Bool { foldedParts != nil }

  /// The two sections that can replace a section's texts.
  var foldedParts: (folded: CatalogSection, casing: CatalogSection)? {
    switch self {
    case .title: (.foldedTitle, .titleCasing)
    case .url: (.foldedURL, .urlCasing)
    case .description: (.foldedDescription, .descriptionCasing)
    default: nil
    }
  }
}
