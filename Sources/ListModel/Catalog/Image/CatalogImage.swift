/// The bytes of a catalog: a table of numbered sections, each a column.
///
///     "awlcat1\n"  count: u32, pad: u32  (id: u32, version: u32, offset: u64, length: u64) × count  sections…
///
/// All integers are little-endian, every section starts at a multiple of 8. The image is the same
/// in memory and on disk, so a catalog is mapped and never parsed. Nothing in it is trusted: a
/// section that is missing, of another version or out of bounds is an empty column, and every
/// offset inside a column is checked when it is used.
///
/// Sendable without the compiler's proof: nothing writes the memory after `init`.
public final class CatalogImage: @unchecked Sendable {
  /// The whole image.
  public let bytes: UnsafeRawBufferPointer
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Takes ownership of memory that must not change until `release` is called with it.
  public init(
    adopting bytes: UnsafeRawBufferPointer,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    self.bytes = bytes
    self.release = release
  }

  /// Copies an image into memory of its own.
  public convenience init(copying image: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, image.count), alignment: 8)
    memory.copyBytes(from: image)
    self.init(adopting: UnsafeRawBufferPointer(rebasing: memory[..<image.count])) {
      $0.deallocate()
    }
  }

  deinit {
    release(bytes)
  }

  static let magic: [UInt8] = Array("awlcat1\n".utf8)
  /// The magic number as the first word of an image.
  private static let magicWord = magic.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
  static let headerSize = 16
  static let recordSize = 24

  /// Whether the image has all sections of a catalog; if not, it must be rebuilt.
  ///
  /// Reads only the section table: an incompletely written image is recognised by its length.
  public var isWhole: Bool { has { !$0.isOfSearch } }

  /// Whether all sections derived for the search are present.
  public var isSearchable: Bool { has(\.isOfSearch) }

  /// Whether everything that describes lists and entries is present, so that `CatalogBuilder` can
  /// reuse it; sections derived from all entries may be missing.
  public var holdsLists: Bool { has { !$0.isDerived } }

  /// Whether a current sync would write the same sections, or fewer bytes.
  public var isOfToday: Bool {
    isSearchable
      && [.listOutline, .wholeRows, .titleCasing].allSatisfy { section($0).baseAddress != nil }
  }

  private func has(_ isWanted: (CatalogSection) -> Bool) -> Bool {
    CatalogSection.allCases.allSatisfy { wanted in
      !isWanted(wanted) || wanted.isOptional || section(wanted).baseAddress != nil
        || wanted.foldedParts.map { parts in
          [parts.folded, parts.casing].allSatisfy { section($0).baseAddress != nil }
        } == true
    }
  }

  /// Returns the bytes of a section; none if it is missing, of another version or out of bounds.
  ///
  /// They begin at a multiple of 8 of the image, and are valid as long as the image is held.
  public func section(_ section: CatalogSection) -> UnsafeRawBufferPointer {
    let none = UnsafeRawBufferPointer(start: nil, count: 0)
    guard bytes.count >= Self.headerSize, bytes.loadUnaligned(as: UInt64.self) == Self.magicWord
    else { return none }
    let count = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    guard count <= (bytes.count - Self.headerSize) / Self.recordSize else { return none }
    for index in 0..<count {
      let record = Self.headerSize + index * Self.recordSize
      guard bytes.loadUnaligned(fromByteOffset: record, as: UInt32.self) == section.rawValue else {
        continue
      }
      let version = bytes.loadUnaligned(fromByteOffset: record + 4, as: UInt32.self)
      let offset = bytes.loadUnaligned(fromByteOffset: record + 8, as: UInt64.self)
      let length = bytes.loadUnaligned(fromByteOffset: record + 16, as: UInt64.self)
      guard version == section.version, offset % 8 == 0, offset <= bytes.count,
        length <= UInt64(bytes.count) - offset
      else { return none }
      return UnsafeRawBufferPointer(rebasing: bytes[Int(offset)..<Int(offset + length)])
    }
    return none
  }
}

/// The columns of a catalog, by their numbers in the image.
public enum CatalogSection: UInt32, CaseIterable, Sendable {
  case listPath = 1
  case listTitle, listDescription, listSource, listSubject, listStars, listFirstEntry
  case listOrigin, listRead, listFirstDay, listLastDay, listRelativeLinks, listBeginning
  case listCategoryTexts
  case category = 16
  case markSet, commit
  case title = 32
  case url, description, links
  case entryList = 48
  case entryCategory, entryDay, entryStars, entryMarks
  case entryChangeEnd, changeDay, changeKind, changeCommit, entryRemoved, entryBulk,
    entryPublishedDay, entryFirstLink, changeNumber, entryNumber
  case newestFirst = 64
  case sameLinkFirst
  // 66 was the next entry with the same link, which follows from the shared links.
  case sharedLinks = 67
  case publishedStars, publishedStarsDay, knownStars, knownStarsDay
  case categoryOutline, listOutline, wholeRows
  /// Which entries have a number in `knownStars` and `knownStarsDay`.
  case knownStarsRows
  /// Sections that `ListSearch` derives from the others, to avoid deriving them at each start.
  case foldedTitle = 96
  case foldedURL, foldedDescription, foldedCategory, foldedListPath
  case titleBoundaries, titleLetters, urlPairs, descriptionPairs, categoryLetters
  case distinctDay, entryDistinctDay
  case otherLetters
  /// The casing of folded texts; if present, the original texts are not needed.
  case titleCasing, urlCasing, descriptionCasing
  case wholeCounts

  /// Whether the section can be derived from the others; it is then built for all lists together.
  public var isDerived: Bool { rawValue >= Self.newestFirst.rawValue }

  /// Whether the section is one that `ListSearch` derives.
  public var isOfSearch: Bool { rawValue >= Self.foldedTitle.rawValue }

  /// Whether an image may lack the section, as those of an older awl do: then recorded changes have
  /// no number, categories have no text, and outlines are built on demand.
  public var isOptional: Bool {
    switch self {
    case .listBeginning, .listCategoryTexts, .changeNumber, .entryNumber, .categoryOutline,
      .listOutline, .titleCasing, .urlCasing, .descriptionCasing, .wholeRows, .wholeCounts:
      true
    default: false
    }
  }

  /// Raised when the meaning of a section changes; older images are then rebuilt.
  public var version: UInt32 {
    switch self {
    // Version 1 had a number for every entry.
    case .knownStars, .knownStarsDay: 2
    default: isOfSearch ? 3 : 1
    }
  }
}
