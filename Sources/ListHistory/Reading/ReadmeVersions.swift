import ListMarkdown
import ListModel

/// The newest version of a README, updated version by version.
///
/// Parts shared with the previous version, at its beginning, at its end and in between, are neither
/// scanned nor parsed again. After each version the entries are the same as when parsing the whole
/// text. Memory: two versions, and the entries of one.
struct ReadmeVersions {
  /// The outcome of a version.
  struct Difference {
    /// The removed parts, in order, with their entries.
    var removed: [ReadmePart] = []
    /// The parts that are new, by their numbers, in their order.
    var added: [Int] = []
  }

  /// The text of the newest version, repaired.
  private(set) var text: [UInt8] = []
  /// The parts of the text, in order; together they are the whole text.
  var parts: [ReadmePart] = []
  /// How the entries of all versions are read.
  let form: ReadmeForm
  /// Whether it is not one of the list's files, but one from which such a file came.
  let isOrigin: Bool
  private var places: ReadmePlaces
  private var definitionLines: [UInt8] = []
  private var definitions = LinkDefinitions()
  /// Whether the newest version was the same as its repaired text.
  private var isClean = true

  /// Creates the state before the first version.
  ///
  /// `isPart` is true for a file whose title is the category of its entries; `page` is the list's
  /// address.
  init(
    form: ReadmeForm = .links, page: PageAddress? = nil, isOrigin: Bool = false,
    isPart: Bool = false
  ) {
    self.form = form
    self.isOrigin = isOrigin
    places = ReadmePlaces(form: form, page: page, isPart: isPart)
  }

  /// Applies the next version.
  ///
  /// Throws for a file that is not text, leaving the state unchanged.
  mutating func update(to bytes: [UInt8]) throws(PageError) -> Difference {
    if isClean, let difference = replace(by: bytes, isRepaired: false) { return difference }
    let repaired: [UInt8]
    do throws(PageError) {
      repaired = try PageText.repaired(bytes)
    } catch .empty {
      repaired = []
    }
    isClean = repaired == bytes
    return replace(by: repaired, isRepaired: true) ?? Difference()
  }

  /// Returns the file number used by occurrences, negative for an origin.
  func fileNumber(_ number: Int) -> Int32 { isOrigin ? -1 - Int32(number) : Int32(number) }

  /// Drops the text, because the file has been removed.
  mutating func remove() -> Difference { replace(by: [], isRepaired: true) ?? Difference() }
}

extension ReadmeVersions {
  /// Nil if a new part needs a repair that was not made.
  private mutating func replace(by bytes: [UInt8], isRepaired: Bool) -> Difference? {
    let found = text.withUnsafeBufferPointer { old in
      bytes.withUnsafeBufferPointer { new in
        var comparison = PartComparison(
          old, new, parts: parts, keepsLists: form != .links)
        return comparison.run { isRepaired || ReadmeVersions.isClean($0) }
      }
    }
    guard let found else { return nil }
    text = bytes
    var difference = Difference()
    let first = found.kept
    for number in first..<found.tail where !found.reused.contains(number) {
      difference.removed.append(parts[number])
    }
    splice(found)
    read(from: first, fresh: found, into: &difference)
    return difference
  }

  /// Replaces the old parts by the new ones and shifts those after them.
  private mutating func splice(_ found: PartComparison.Result) {
    let shift = found.shift
    if shift != 0 {
      for index in found.tail..<parts.count {
        let range = parts[index].edges.range
        parts[index].edges.range = range.lowerBound + shift..<range.upperBound + shift
      }
    }
    let middle = found.middle.map { piece in
      switch piece {
      case .new(let edges):
        var part = ReadmePart(edges: edges)
        if edges.mayDefine {
          part.definitions = LinkDefinitions(in: Array(text[edges.range])).text
        }
        return part
      case .old(let number, let start):
        var part = parts[number]
        part.edges.range = start..<start + part.edges.range.count
        return part
      }
    }
    parts.replaceSubrange(found.kept..<found.tail, with: middle)
  }

  /// Parses the parts that are new, or whose position would yield other entries.
  private mutating func read(
    from first: Int, fresh: PartComparison.Result, into difference: inout Difference
  ) {
    let definitionsChanged = gatherDefinitions(fresh)
    let end = first + fresh.middle.count
    var place = first > 0 ? parts[first - 1].placeAfter : ReadmePlaces.top
    if definitionsChanged { rereadReferences(before: first, into: &difference) }
    for number in first..<parts.count {
      let isNew = parts[number].place < 0
      if !isNew, number >= end, place == parts[number].place, !definitionsChanged { break }
      if isNew || place != parts[number].place || definitionsChanged && refersToChange(number) {
        if !isNew { difference.removed.append(parts[number]) }
        read(number, at: place)
        difference.added.append(number)
      }
      place = parts[number].placeAfter
    }
  }

  private mutating func rereadReferences(before end: Int, into difference: inout Difference) {
    for number in 0..<end where refersToChange(number) {
      difference.removed.append(parts[number])
      read(number, at: parts[number].place)
      difference.added.append(number)
    }
  }

  private mutating func read(_ number: Int, at place: Int32) {
    let bytes = Array(text[parts[number].edges.range])
    let fragment = ReadmeFragment(bytes, at: places[place], definitions: definitions)
    parts[number].entries = fragment.entries
    parts[number].records = Array(repeating: -1, count: fragment.entries.count)
    parts[number].place = place
    parts[number].placeAfter = places.number(of: fragment.placeAfter)
    parts[number].references = definitionLines.isEmpty ? [] : definitions.lines(for: bytes)
  }

  private func refersToChange(_ number: Int) -> Bool {
    parts[number].place >= 0
      && parts[number].references != definitions.lines(for: Array(text[parts[number].edges.range]))
  }

  /// Returns whether the definitions are other ones than those of the version before.
  private mutating func gatherDefinitions(_ fresh: PartComparison.Result) -> Bool {
    var lines: [UInt8] = []
    for part in parts where !part.definitions.isEmpty { lines += part.definitions }
    guard lines != definitionLines else { return false }
    definitionLines = lines
    definitions = LinkDefinitions(in: lines)
    return true
  }

  /// Returns whether a part of a README needs no repair.
  private static func isClean(_ part: UnsafeBufferPointer<UInt8>) -> Bool {
    if part.allSatisfy({ $0 < 0x80 && $0 >= 0x09 && $0 != 0x0D }) { return true }
    let bytes = Array(part)
    // A part of only white space is not a page, but needs no repair either.
    do throws(PageError) { return try PageText.repaired(bytes) == bytes } catch {
      return error == .empty && !bytes.contains(0x0D)
    }
  }
}
