public import ListModel
import Synchronization

/// The image of a catalog with all that a search needs in it, so that a `Searcher` of the mapped image starts at once.
///
/// Folds all texts once: about a second for 700,000 entries. The image grows by 1.5 times the texts.
public func searchableImage(of catalog: Catalog) -> [UInt8] {
  catalog.image.adding(searchSections(of: catalog))
}

/// A section of a catalog's image, and its content.
public typealias SearchSection = (section: CatalogSection, pieces: [SectionPiece])

/// Derives what searches need, to be written into the image of a catalog; on all cores.
public func searchSections(of catalog: Catalog) -> [SearchSection] {
  let all = Mutex([SearchSection]())
  deriveSearchSections(of: catalog) { sections in all.withLock { $0 += sections } }
  return all.withLock(\.self)
}

/// Derives the search sections and passes them on in parts, each as soon as it is built, so that
/// they are not all in memory together.
///
/// `take` is called from several threads. `others`, which should take about as long as folding all
/// titles, runs beside that.
public func deriveSearchSections(
  of catalog: Catalog, beside others: [@Sendable () -> [SearchSection]] = [],
  _ take: @escaping @Sendable ([SearchSection]) -> Void
) {
  // The longest texts first, so that no core is left with them at the end.
  var parts: [@Sendable () -> DerivedPart] = [
    { pairSections(catalog.descriptions, folded: .foldedDescription, pairs: .descriptionPairs) },
    { titleSections(catalog) },
  ]
  for other in others { parts.append { DerivedPart(other()) } }
  parts += [
    { pairSections(catalog.urls, folded: .foldedURL, pairs: .urlPairs) },
    { DerivedPart(daySections(catalog) + categorySections(catalog) + [listSection(catalog)]) },
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

private func titleSections(_ catalog: Catalog) -> DerivedPart {
  var column = FoldedColumnBuilder()
  var letters = LetterRowsBuilder(rowCount: Sign.letterRows, textCount: catalog.count)
  column.reserve(bytes: catalog.titles.allBytes.count, texts: catalog.count)
  for index in 0..<catalog.count {
    let start = column.bytes.count
    column.append(catalog.titles.bytes(at: index), findingWords: true)
    letters.append(lettersOf: column.bytes[start...])
  }
  return DerivedPart([
    (.foldedTitle, column.pieces), (.titleBoundaries, [.bytes(column.boundaries)]),
    (.titleLetters, letters.pieces()),
  ])
}

private func pairSections(
  _ texts: TextColumn, folded: CatalogSection, pairs section: CatalogSection
) -> DerivedPart {
  var column = FoldedColumnBuilder()
  var pairs = SignatureBuilder(rowCount: Sign.pairRows, textCount: texts.count)
  var letters = LetterRowsBuilder(rowCount: Sign.otherRows, textCount: texts.count)
  column.reserve(bytes: texts.allBytes.count, texts: texts.count)
  for index in 0..<texts.count {
    let start = column.bytes.count
    column.append(texts.bytes(at: index))
    pairs.append(pairsOf: column.bytes[start...])
    letters.append(lettersOf: column.bytes[start...])
  }
  return DerivedPart([(folded, column.pieces), (section, pairs.finish())], otherLetters: letters)
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
    (.entryDistinctDay, [.words(places)]),
  ]
}

private func categorySections(_ catalog: Catalog) -> [SearchSection] {
  var column = FoldedColumnBuilder()
  var letters = LetterRowsBuilder(
    rowCount: Sign.letterRows, textCount: catalog.categories.count)
  for index in 0..<catalog.categories.count {
    let start = column.bytes.count
    withRawUTF8(of: catalog.category(CategoryIndex(index)).description) { column.append($0) }
    letters.append(lettersOf: column.bytes[start...])
  }
  return [(.foldedCategory, column.pieces), (.categoryLetters, letters.pieces())]
}

private func listSection(_ catalog: Catalog) -> SearchSection {
  var column = FoldedColumnBuilder()
  for index in 0..<catalog.listPaths.count { column.append(catalog.listPaths.bytes(at: index)) }
  return (.foldedListPath, column.pieces)
}
