import Glibc
import ListModel

/// Finds which parts of a README a new version shares with the old one.
///
/// Parts before the first difference and after the last one are reused unchanged. In between, the
/// new text is walked from edge to edge: an old part that occurs again is reused, wherever it was,
/// and only the rest is scanned.
struct PartComparison {
  /// A part of the new version between the unchanged ones.
  enum Piece {
    /// Text that the version before did not have.
    case new(BlockEdges.Part)
    /// An old part, by its number, and its new start.
    case old(Int, start: Int)
  }

  /// The parts of the new version: the first ones of the old, the pieces, the last ones of the old.
  struct Result {
    /// The number of leading parts that are reused.
    var kept: Int
    var middle: [Piece] = []
    /// The first of the trailing parts that are reused.
    var tail: Int
    /// How far the parts at the end have moved.
    var shift: Int
    /// The old parts among the pieces.
    var reused: Set<Int> = []
  }

  private let old: UnsafeBufferPointer<UInt8>
  private let new: UnsafeBufferPointer<UInt8>
  private let parts: [ReadmePart]
  private let keepsLists: Bool
  private var result: Result
  /// The next old part that may occur again.
  private var next: Int
  /// Old parts by their first bytes, built when the next one does not match.
  private var starts: [UInt64: Candidates]?

  /// Old parts that begin alike; those before `first` are reused already.
  private struct Candidates {
    var numbers: [Int] = []
    var first = 0
  }

  /// At most this many of these are compared; repetitive text would otherwise take quadratic time.
  private static let candidatesCompared = 8

  init(
    _ old: UnsafeBufferPointer<UInt8>, _ new: UnsafeBufferPointer<UInt8>, parts: [ReadmePart],
    keepsLists: Bool
  ) {
    self.keepsLists = keepsLists
    self.old = old
    self.new = new
    self.parts = parts
    let common = CommonEnds(old, new)
    // The end of a part depends on the line after it.
    var kept = parts.partitioningIndex { part in
      let end = part.edges.range.upperBound
      return end >= old.count || BlockEdges.endOfLine(from: end, in: old) >= common.head
    }
    var tail = parts.partitioningIndex { $0.edges.range.lowerBound > old.count - common.tail }
    if old.count == new.count, common.head == old.count { kept = parts.count }
    tail = max(tail, kept)
    result = Result(kept: kept, tail: tail, shift: new.count - old.count)
    next = kept
  }
}

extension PartComparison {
  /// Compares, once; nil if `isClean` refuses a part that is new.
  mutating func run(_ isClean: (UnsafeBufferPointer<UInt8>) -> Bool) -> Result? {
    var place = result.kept > 0 ? parts[result.kept - 1].edges.range.upperBound : 0
    var isBelowLink = keepsLists || result.kept > 0 && parts[result.kept - 1].edges.endsBelowLink
    while !isAtTail(place, isBelowLink: isBelowLink) {
      if let number = oldPart(at: place) {
        result.middle.append(.old(number, start: place))
        result.reused.insert(number)
        place += parts[number].edges.range.count
        isBelowLink = parts[number].edges.endsBelowLink
      } else {
        let part = BlockEdges.part(
          at: place, of: new, isBelowLink: isBelowLink, keepsLists: keepsLists)
        guard isClean(UnsafeBufferPointer(rebasing: new[part.range])) else { return nil }
        result.middle.append(.new(part))
        place = part.range.upperBound
        isBelowLink = part.endsBelowLink
      }
    }
    return result
  }

  /// Returns whether only the old end follows; moves that end back if the walk has passed it.
  private mutating func isAtTail(_ place: Int, isBelowLink: Bool) -> Bool {
    guard place < new.count else {
      result.tail = parts.count
      return true
    }
    while result.tail < parts.count {
      let start = parts[result.tail].edges.range.lowerBound + result.shift
      if start > place { return false }
      // Which items are edges depends on the heading above them.
      let wasBelowLink =
        keepsLists || result.tail > 0 && parts[result.tail - 1].edges.endsBelowLink
      if start == place, isBelowLink == wasBelowLink || new[start] == UInt8(ascii: "#") {
        return true
      }
      result.tail += 1
    }
    return false
  }

  /// Returns the old part between the reused ones that is at a place of the new text.
  private mutating func oldPart(at place: Int) -> Int? {
    if next < result.tail, recurs(next, at: place) {
      next += 1
      return next - 1
    }
    if starts == nil { starts = startTable() }
    guard let key = PartComparison.key(at: place, of: new), var candidates = starts?[key] else {
      return nil
    }
    while candidates.first < candidates.numbers.count,
      result.reused.contains(candidates.numbers[candidates.first])
    {
      candidates.first += 1
    }
    starts?[key]?.first = candidates.first
    let compared = candidates.numbers[candidates.first...].prefix(
      PartComparison.candidatesCompared)
    guard let number = compared.first(where: { $0 < result.tail && recurs($0, at: place) }) else {
      return nil
    }
    next = number + 1
    return number
  }

  /// Returns whether an old part occurs at a position and ends there as before.
  private func recurs(_ number: Int, at place: Int) -> Bool {
    let part = parts[number].edges
    let end = place + part.range.count
    guard !result.reused.contains(number), end <= new.count, let oldStart = old.baseAddress,
      let newStart = new.baseAddress,
      memcmp(oldStart + part.range.lowerBound, newStart + place, part.range.count) == 0
    else { return false }
    // The last part of the old text ended with it, in the middle of a line or of a fence.
    if end == new.count { return true }
    guard number + 1 < parts.count else { return false }
    return BlockEdges.isEdge(at: end, of: new, isBelowLink: part.endsBelowLink)
  }

  /// Returns the first bytes of a part; longer prefixes would only match less often.
  private static func key(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard place < text.count else { return nil }
    let end = min(BlockEdges.endOfLine(from: place, in: text), place + 64)
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in text[place..<end] { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return hash
  }

  private func startTable() -> [UInt64: Candidates] {
    var table: [UInt64: Candidates] = [:]
    for number in result.kept..<result.tail {
      guard let key = PartComparison.key(at: parts[number].edges.range.lowerBound, of: old) else {
        continue
      }
      table[key, default: Candidates()].numbers.append(number)
    }
    return table
  }
}
