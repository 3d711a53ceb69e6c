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

  /// Creates the column of texts that are as they were given.
  init(_ texts: TextColumn) {
    self.texts = texts
    casing = nil
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

  /// Calls `body` with the UTF-8 of all texts, in order and up to 64 at a time, and `finished` with
  /// the bytes that have been passed, in steps of a megabyte.
  ///
  /// Much faster than `withBytes` for all texts: what each call costs, mostly reference counts, is
  /// shared by 64 texts. Texts that are stored folded are restored one by one, and nothing is
  /// reported as passed.
  public func forEachBatch(
    finished: (UnsafeRawBufferPointer) -> Void, _ body: (TextBatch) -> Void
  ) {
    guard let unfolded else {
      for index in 0..<count {
        withBytes(at: index) { text in
          withUnsafePointer(to: text) { body(TextBatch(start: $0, count: 1)) }
        }
      }
      return
    }
    var start = 0
    withUnsafeTemporaryAllocation(of: UnsafeRawBufferPointer.self, capacity: 64) { batch in
      for first in stride(from: 0, to: count, by: 64) {
        let indices = first..<min(first + 64, count)
        for index in indices {
          batch.initializeElement(at: index - first, to: unfolded.bytes(at: index))
        }
        body(TextBatch(rebasing: batch[..<indices.count]))
        let end = unfolded.range(at: indices.upperBound - 1).upperBound
        if end - start >= 1 << 20 || indices.upperBound == count, end > start {
          finished(UnsafeRawBufferPointer(rebasing: unfolded.allBytes[start..<end]))
          start = end
        }
      }
    }
  }

  /// Calls `body` with the UTF-8 of some texts, in parts that follow on one another.
  public func forEachPart(of texts: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Void) {
    if let unfolded { return body(unfolded.bytes(of: texts)) }
    for index in texts { withBytes(at: index, body) }
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

/// Some texts that follow on one another, as UTF-8.
public typealias TextBatch = UnsafeBufferPointer<UnsafeRawBufferPointer>

/// The titles, addresses and descriptions of a catalog's entries, apart from its other columns.
public struct CatalogTexts: Sendable {
  let titles: EntryTextColumn
  let urls: EntryTextColumn
  let descriptions: EntryTextColumn

  /// Creates the texts of a file.
  ///
  /// - Parameter place: where each of the sections has its head (see `CatalogBuilder.textHeads`) and
  ///   the bytes of its texts
  public init(
    in file: CatalogImage, at place: (CatalogSection) -> (head: Range<Int>, text: Range<Int>)
  ) {
    func column(_ section: CatalogSection) -> EntryTextColumn {
      let (head, text) = place(section)
      return EntryTextColumn(
        TextColumn(
          head: UnsafeRawBufferPointer(rebasing: file.bytes[head]),
          text: UnsafeRawBufferPointer(rebasing: file.bytes[text]), of: file))
    }
    (titles, urls, descriptions) = (column(.title), column(.url), column(.description))
  }

  /// Opens the texts of an image.
  init(of image: CatalogImage) {
    titles = EntryTextColumn(.title, of: image)
    urls = EntryTextColumn(.url, of: image)
    descriptions = EntryTextColumn(.description, of: image)
  }
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
