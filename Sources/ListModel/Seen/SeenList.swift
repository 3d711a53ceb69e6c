/// What the user has seen in a list: everything up to a change, and single entries before or after
/// it.
public struct SeenList: Equatable, Sendable {
  /// Which list it is.
  public let list: ListID
  /// The seen points of the list, by the origin of their numbers.
  ///
  /// There are several where another machine has seen it as well; see `NewEntries` for what each
  /// means.
  public var points: [ChangeOrigin: SeenPoint] = [:]
  /// The entries that were marked one by one, by their identities.
  public var marks: [LinkKey: SeenMark] = [:]

  /// Creates a list without seen points.
  public init(list: ListID) { self.list = list }

  /// When the last visit ended that showed the list; nil if none has.
  public var visited: Timestamp? { points.values.map(\.visited).max() }

  /// The points of the latest visits, as many as are looked at; a file may claim any number.
  var latestPoints: [(origin: ChangeOrigin, point: SeenPoint)] {
    let all = points.map { (origin: $0.key, point: $0.value) }
    guard all.count > Self.maxPoints else { return all }
    return Array(all.sorted { $0.point.visited > $1.point.visited }.prefix(Self.maxPoints))
  }

  /// More machines than anybody reads lists on.
  private static let maxPoints = 8

  /// Merges the seen state from elsewhere: entries seen on either side stay seen.
  ///
  /// Each number and time becomes the maximum of both, so the order of merges does not matter.
  mutating func merge(_ other: SeenList) {
    points.merge(other.points) { $0.merged(with: $1) }
    marks.merge(other.marks) { $0.merged(with: $1) }
  }
}

/// The seen point of a visit in a list.
public struct SeenPoint: Equatable, Sendable {
  /// The number of the last change at that time.
  public var number: Int
  /// When the visit ended.
  public var visited: Timestamp

  /// Creates a point of a list.
  public init(number: Int, visited: Timestamp) {
    self.number = number
    self.visited = visited
  }

  /// Returns the later point of two.
  func merged(with other: SeenPoint) -> SeenPoint {
    SeenPoint(number: max(number, other.number), visited: max(visited, other.visited))
  }
}

/// When an entry was marked as seen and as unseen; the later of both wins.
///
/// The earlier one is stored too: a copy of the file that has only that must not bring it back.
public struct SeenMark: Equatable, Sendable {
  /// When it was marked seen.
  public var seen: Timestamp?
  /// When it was marked unseen.
  public var unseen: Timestamp?

  /// Creates a mark of these moments.
  public init(seen: Timestamp? = nil, unseen: Timestamp? = nil) {
    self.seen = seen
    self.unseen = unseen
  }

  /// Whether the entry counts as seen; with equal times, it does.
  public var isSeen: Bool {
    guard let seen else { return false }
    return unseen.map { seen >= $0 } ?? true
  }

  /// Returns the later moments of two marks.
  package func merged(with other: SeenMark) -> SeenMark {
    SeenMark(seen: later(seen, other.seen), unseen: later(unseen, other.unseen))
  }
}

/// The origin of the numbers of a list's changes: its history, identified by its last commit, or
/// one library's readings of a page, identified by the first of them.
public struct ChangeOrigin: Sendable {
  /// How a file has it: the first digits of a commit, or `@` and milliseconds.
  public let text: String

  /// Creates an origin as a file has it.
  public init(_ text: String) { self.text = text }

  /// Creates the history that has this commit.
  init(commit: UnsafeRawBufferPointer) {
    text = String(decoding: commit.prefix(12), as: UTF8.self)
  }

  /// Creates the origin for readings that began at some time; nil for changes without numbers.
  init(beginning: Timestamp?) { text = "@\(beginning?.milliseconds ?? 0)" }

  /// Returns whether it is a history that has this commit.
  func isOf(commit: UnsafeRawBufferPointer) -> Bool {
    let bytes = text.utf8
    return bytes.count >= 7 && commit.count >= bytes.count
      && commit.prefix(bytes.count).elementsEqual(bytes)
  }
}

extension ChangeOrigin: Hashable {
  // A String would compare by canonical equivalence, and this comes from a file.
  public static func == (left: ChangeOrigin, right: ChangeOrigin) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

/// Returns the later of two times, either of which may be nil.
private func later(_ one: Timestamp?, _ other: Timestamp?) -> Timestamp? {
  guard let one, let other else { return one ?? other }
  return max(one, other)
}
