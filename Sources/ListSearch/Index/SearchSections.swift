public import ListModel
import Synchronization

/// Returns the image of a catalog including the search index, so that a `Searcher` of the mapped
/// image starts at once.
///
/// Folds all texts once: about a second for 700,000 entries. In the image the folded texts and
/// their casing replace the original texts.
public func searchableImage(of catalog: Catalog) -> [UInt8] {
  catalog.image.adding(searchSections(of: catalog, withCasing: true))
}

/// A section of a catalog's image, and its content.
public typealias SearchSection = (section: CatalogSection, pieces: [SectionPiece])

/// Derives the sections of the search index, to be written into the image of a catalog, on all
/// cores.
///
/// - Parameter withCasing: whether to add the casing that restores the original texts from folded
///   ones.
public func searchSections(of catalog: Catalog, withCasing: Bool = false) -> [SearchSection] {
  let all = Mutex([SearchSection]())
  deriveSearchSections(of: catalog, withCasing: withCasing) { sections in
    all.withLock { $0 += sections }
  }
  return all.withLock(\.self)
}

/// Derives the search sections and passes them on in parts, each as soon as it is built, to avoid
/// having all of them in memory.
///
/// `take` is called from several threads. `others`, which should take about as long as folding all
/// titles, run beside that, and `shortOthers` beside folding the addresses. `finished` gets the
/// original texts that are not needed any more, in parts.
public func deriveSearchSections(
  of catalog: Catalog, withCasing: Bool, beside others: [@Sendable () -> [SearchSection]] = [],
  besideURLs shortOthers: [@Sendable () -> [SearchSection]] = [],
  finished: @escaping @Sendable (UnsafeRawBufferPointer) -> Void = { _ in },
  _ take: @escaping @Sendable ([SearchSection]) -> Void
) {
  // The longest texts first, so that no core is left with them at the end.
  var parts: [@Sendable () -> DerivedPart] = [
    {
      pairSections(
        catalog.descriptions, folded: .foldedDescription, pairs: .descriptionPairs,
        casing: withCasing ? .descriptionCasing : nil, finished)
    },
    { titleSections(catalog, withCasing: withCasing, finished) },
  ]
  for other in others { parts.append { DerivedPart(other()) } }
  // Not beside the descriptions: together they would take the most memory of a sync.
  parts.append {
    pairSections(
      catalog.urls, folded: .foldedURL, pairs: .urlPairs,
      casing: withCasing ? .urlCasing : nil, finished)
  }
  for other in shortOthers { parts.append { DerivedPart(other()) } }
  parts += [
    { DerivedPart(categorySections(catalog) + [listSection(catalog)]) },
    { DerivedPart(daySections(catalog)) },
  ]
  let letters = Mutex<LetterRowsBuilder?>(nil)
  let derive = { [parts] (number: Int) in
    let part = parts[number]()
    if let other = part.otherLetters {
      letters.withLock { if $0 == nil { $0 = other } else { $0?.join(other) } }
    }
    take(part.sections)
  }
  // A small catalog is not worth a second thread.
  if catalog.count > 2_000 {
    ThreadPool(threads: 2).perform(parts.count, derive)
  } else {
    parts.indices.forEach(derive)
  }
  take(letters.withLock { $0.map { [(.otherLetters, $0.pieces())] } ?? [] })
}

/// Some of the sections, and the parts to be joined with others'.
private struct DerivedPart: Sendable {
  var sections: [SearchSection]
  var otherLetters: LetterRowsBuilder?

  init(_ sections: [SearchSection], otherLetters: LetterRowsBuilder? = nil) {
    self.sections = sections
    self.otherLetters = otherLetters
  }
}

private func titleSections(
  _ catalog: Catalog, withCasing: Bool, _ finished: (UnsafeRawBufferPointer) -> Void
) -> DerivedPart {
  var column = FoldedColumnBuilder()
  var letters = LetterRowsBuilder(rowCount: Sign.letterRows, textCount: catalog.count)
  var casing = withCasing ? TextCasingBuilder(bytes: catalog.titles.byteCount) : nil
  column.reserve(bytes: catalog.titles.byteCount, texts: catalog.count)
  catalog.titles.forEachBatch(finished: finished) { titles in
    let first = column.count
    for title in titles { column.append(title, findingWords: true) }
    column.withTexts(from: first) { folded in
      casing?.append(titles, folded: folded)
      letters.append(lettersOf: folded)
    }
  }
  var sections: [SearchSection] = [
    (.foldedTitle, column.pieces), (.titleBoundaries, [.bytes(column.boundaries)]),
    (.titleLetters, letters.pieces()),
  ]
  if let casing { sections.append((.titleCasing, casing.pieces)) }
  return DerivedPart(sections)
}

private func pairSections(
  _ texts: EntryTextColumn, folded: CatalogSection, pairs section: CatalogSection,
  casing casingSection: CatalogSection?, _ finished: (UnsafeRawBufferPointer) -> Void
) -> DerivedPart {
  var column = FoldedColumnBuilder()
  var pairs = SignatureBuilder(rowCount: Sign.pairRows, textCount: texts.count)
  var letters = LetterRowsBuilder(rowCount: Sign.otherRows, textCount: texts.count)
  var casing = casingSection.map { _ in TextCasingBuilder(bytes: texts.byteCount) }
  column.reserve(bytes: texts.byteCount, texts: texts.count)
  texts.forEachBatch(finished: finished) { texts in
    let first = column.count
    for text in texts { column.append(text) }
    column.withTexts(from: first) { folded in
      casing?.append(texts, folded: folded)
      letters.append(lettersOf: folded, addingPairsTo: &pairs)
    }
  }
  var sections: [SearchSection] = [(folded, column.pieces), (section, pairs.finish())]
  if let casing, let casingSection { sections.append((casingSection, casing.pieces)) }
  return DerivedPart(sections, otherLetters: letters)
}

private func daySections(_ catalog: Catalog) -> [SearchSection] {
  var days: [Int32] = []
  var places = [UInt32](repeating: 0, count: catalog.count)
  for place in 0..<catalog.newestFirst.count {
    let entry = Int(catalog.newestFirst[place] ?? 0)
    guard entry < places.count, let day = catalog.entryDays[entry] else { continue }
    if day != .min, days.last != day { days.append(day) }
    places[entry] = UInt32(truncatingIfNeeded: day == .min ? days.count : days.count - 1)
  }
  return [
    (.distinctDay, [.words(days.map { UInt32(bitPattern: $0) })]),
    (.entryDistinctDay, [.compact(places)]),
    WholeCounts.section(of: catalog, dayPlaces: places, dayCount: days.count),
  ]
}

private func categorySections(_ catalog: Catalog) -> [SearchSection] {
  var column = FoldedColumnBuilder()
  var letters = LetterRowsBuilder(
    rowCount: Sign.letterRows, textCount: catalog.categories.count)
  var path: [UInt8] = []
  for index in 0..<catalog.categories.count {
    path.removeAll(keepingCapacity: true)
    catalog.appendDescription(of: CategoryIndex(index), to: &path)
    path.withUnsafeBytes { column.append($0) }
  }
  column.withTexts(from: 0) { letters.append(lettersOf: $0) }
  return [(.foldedCategory, column.pieces), (.categoryLetters, letters.pieces())]
}

private func listSection(_ catalog: Catalog) -> SearchSection {
  var column = FoldedColumnBuilder()
  for index in 0..<catalog.listPaths.count { column.append(catalog.listPaths.bytes(at: index)) }
  return (.foldedListPath, column.pieces)
}
