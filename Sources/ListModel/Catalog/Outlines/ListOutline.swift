/// The lists of a catalog by subject, in depth-first order.
///
/// Each subject occurs once, directly followed by its lists; without subjects if all lists have the
/// same one or none. The outline has only numbers, stored in the image of a catalog, so a start
/// creates only the visible texts.
public struct ListOutline: Equatable, Sendable {
  /// The order of lists with the same subject.
  public enum Order: String, CaseIterable, Sendable {
    /// By title, A to Z.
    case name
    /// Most stars first.
    case stars
    /// The list with the latest addition first.
    case lastAddition = "last-addition"
  }

  /// The content of a row of the outline.
  public struct Row: Equatable, Sendable {
    static let subjectBit: UInt32 = 1 << 31
    static let pathBit: UInt32 = 1 << 30
    let word: UInt32

    /// Returns the row of a list, which is shown as `owner/name` if it shares its title with
    /// another.
    static func list(_ number: Int, showsPath: Bool) -> Row {
      Row(word: UInt32(number) | (showsPath ? pathBit : 0))
    }

    /// Returns the row of a subject that a list has.
    static func subject(of list: Int) -> Row { Row(word: UInt32(list) | subjectBit) }

    /// Whether it is a subject.
    public var isSubject: Bool { word & Self.subjectBit != 0 }
    /// Whether a list is shown by `owner/name`.
    var showsPath: Bool { word & Self.pathBit != 0 }
    /// The list, or one that has the subject.
    public var list: ListIndex { ListIndex(Int(word & ~(Self.subjectBit | Self.pathBit))) }
  }

  /// The order of the lists.
  public let order: Order
  /// Subjects and lists.
  public let rows: [Row]
  /// For each row, the next one that is not below it.
  public let ends: [Int32]
  /// The row of each list, by the list's number.
  public let places: [Int32]
  /// The rows of lists that failed at the last sync and of those without any entry, rising.
  public let failed: [Int]
  public let empty: [Int]

  /// Whether lists are grouped by subject.
  public var hasSubjects: Bool { rows.first?.isSubject ?? false }

  /// Creates an outline of rows; nil if they do not contain each of this many lists once, as in a
  /// damaged image.
  init?(order: Order, rows: [Row], failed: [Int], empty: [Int], listCount: Int) {
    var places = [Int32](repeating: -1, count: listCount)
    var ends = [Int32](repeating: Int32(rows.count), count: rows.count)
    var subject: Int?
    var count = 0
    for (number, row) in rows.enumerated() {
      let list = row.list.number
      guard list < listCount else { return nil }
      if row.isSubject {
        if let subject { ends[subject] = Int32(number) }
        subject = number
      } else {
        guard places[list] < 0 else { return nil }
        places[list] = Int32(number)
        ends[number] = Int32(number + 1)
        count += 1
      }
    }
    let isFirstKind = rows.first?.isSubject ?? false
    guard count == listCount, isFirstKind == (subject != nil),
      (failed + empty).allSatisfy({ rows.indices.contains($0) })
    else { return nil }
    self.init(
      order: order, rows: rows, ends: ends, places: places, failed: failed, empty: empty)
  }
}

extension ListOutline {
  /// Takes columns over that fit each other.
  init(
    order: Order, rows: [Row], ends: [Int32], places: [Int32], failed: [Int], empty: [Int]
  ) {
    self.order = order
    self.rows = rows
    self.ends = ends
    self.places = places
    self.failed = failed
    self.empty = empty
  }
}

extension Catalog {
  /// Returns the outline of the lists, from the image if it stores one in this order.
  ///
  /// Building it sorts all lists.
  public func listOutline(in order: ListOutline.Order, reversed: Bool = false) -> ListOutline {
    if !reversed, let stored = storedListOutline, stored.order == order { return stored }
    return ListOutlineBuilder(self).outline(in: order, reversed: reversed)
  }

  /// Returns the text of a row of the outline: a subject, a title or `owner/name`.
  public func label(of row: ListOutline.Row) -> UnsafeRawBufferPointer {
    let list = row.list.number
    if row.isSubject { return subject(ofList: list) }
    return row.showsPath ? listPaths.bytes(at: list) : listTitles.bytes(at: list)
  }
}
