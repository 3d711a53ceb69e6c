/// The categories of a catalog as a tree of headings, in depth-first order.
///
/// Each heading occurs once, directly followed by those below it. Its text is part of the text of a
/// category at or below it. An outline is therefore four columns of numbers in the image of a
/// catalog, which cost nothing to open.
public struct CategoryOutline: Equatable, Sendable {
  /// In which order headings are that are under the same one.
  public enum Order: String, CaseIterable, Sendable {
    /// As the list has them.
    case list
    case name
    /// Those with the most entries first, and of equals by name.
    case count
    /// Those with the latest addition first, and of equals by name.
    case newest
  }

  /// The order of the headings.
  public let order: Order
  /// For each heading a category whose path begins with it.
  public let sources: [UInt32]
  /// How many headings each one is under.
  public let depths: [UInt8]
  /// Of each heading, the one after all that are below it.
  public let ends: [Int32]
  /// The heading of each category, by the category's number.
  public let places: [Int32]

  /// How many headings there are.
  public var count: Int { sources.count }

  /// Takes columns over; nil if they contradict each other or the number of categories, as those
  /// of a damaged image may.
  init?(
    order: Order, sources: [UInt32], depths: [UInt8], ends: [Int32], places: [Int32],
    categoryCount: Int
  ) {
    let count = sources.count
    guard depths.count == count, ends.count == count, places.count == categoryCount,
      sources.allSatisfy({ $0 < categoryCount }),
      places.allSatisfy({ 0 <= $0 && $0 < count }),
      depths.allSatisfy({ $0 < Catalog.maxHeadings })
    else { return nil }
    for heading in 0..<count {
      let end = Int(ends[heading])
      guard end > heading, end <= count, end == count || depths[end] <= depths[heading],
        heading + 1 == count || depths[heading + 1] <= depths[heading] + 1,
        (end > heading + 1) == (heading + 1 < count && depths[heading + 1] > depths[heading])
      else { return nil }
    }
    self.init(order: order, sources: sources, depths: depths, ends: ends, places: places)
  }
}

extension CategoryOutline {
  /// Takes columns over that fit each other.
  init(order: Order, sources: [UInt32], depths: [UInt8], ends: [Int32], places: [Int32]) {
    self.order = order
    self.sources = sources
    self.depths = depths
    self.ends = ends
    self.places = places
  }
}

extension Catalog {
  /// The default order of categories for the catalog.
  ///
  /// With many lists, large headings come first. A page by days has its categories in the order of
  /// their last additions, which makes them hard to find; a list without days has them in its
  /// author's order.
  public var suitableCategoryOrder: CategoryOutline.Order {
    if listCount > 1 { return .count }
    let newest = newestFirst[0].flatMap { day(of: EntryIndex(Int($0))) }
    return newest == nil ? .list : .name
  }

  /// Returns the outline of the categories, from the image if it stores one in this order.
  ///
  /// Building it takes a step for each category and, when ordered by count, for each entry.
  public func outline(in order: CategoryOutline.Order) -> CategoryOutline {
    if let stored = storedOutline, stored.order == order { return stored }
    return CategoryOutlineBuilder(self).outline(in: order)
  }

  /// Returns the text of a heading: one part of the text of a category.
  public func heading(_ number: Int, of outline: CategoryOutline) -> UnsafeRawBufferPointer {
    categories.part(Int(outline.depths[number]), of: Int(outline.sources[number]))
  }

  /// Returns the path of a heading; entries without one have an empty heading.
  public func path(ofHeading number: Int, in outline: CategoryOutline) -> CategoryPath {
    let headings = category(CategoryIndex(Int(outline.sources[number]))).headings
    return CategoryPath(
      headings.isEmpty ? [""] : Array(headings.prefix(Int(outline.depths[number]) + 1)))
  }

  /// Returns the number of the heading with a path; nil if there is none.
  ///
  /// Takes a step for each sibling of the path's headings.
  public func heading(at path: CategoryPath, in outline: CategoryOutline) -> Int? {
    var found: Int?
    var siblings = 0..<outline.count
    for heading in path.headings {
      found = nil
      var number = siblings.lowerBound
      while number < siblings.upperBound {
        if self.heading(number, of: outline).elementsEqual(heading.utf8) {
          found = number
          break
        }
        number = Int(outline.ends[number])
      }
      guard let found else { return nil }
      siblings = found + 1..<Int(outline.ends[found])
    }
    return found
  }
}

extension TextColumn {
  /// Returns a part of a joined text; empty if it has fewer.
  func part(_ part: Int, of index: Int) -> UnsafeRawBufferPointer {
    var rest = bytes(at: index)
    for _ in 0..<part {
      guard let end = rest.firstIndex(of: Separator.unit) else {
        return UnsafeRawBufferPointer(rebasing: rest[rest.endIndex...])
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
    }
    let end = rest.firstIndex(of: Separator.unit) ?? rest.endIndex
    return UnsafeRawBufferPointer(rebasing: rest[..<end])
  }
}
