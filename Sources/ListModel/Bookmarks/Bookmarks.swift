/// All bookmarks of the user, including removed ones, in the order in which they were saved.
///
/// Looking up a link takes constant time, and so does an operation, unless it adds a link with an
/// earlier date than the last one: then the bookmarks are sorted once.
public struct Bookmarks: Sendable {
  /// Every bookmark, ordered by `added`, then `id`; removed ones are here for undo and merging.
  public private(set) var records: [Bookmark] = []
  /// The number of bookmarks, without removed ones.
  public private(set) var count = 0

  private var places: [LinkKey: Int] = [:]
  private var isOrdered = true

  /// None.
  public init() {}

  /// Creates the bookmarks of a file, in any order; those of one link become one.
  ///
  /// Of two with the same id the last changed one wins (with equal times, the later one in the
  /// file): they are two versions of one bookmark. With different ids they were saved separately,
  /// and are merged.
  public init(_ bookmarks: [Bookmark]) {
    records = bookmarks
    places.reserveCapacity(bookmarks.count)
    var absorbed: Set<Int> = []
    for place in records.indices {
      let key = records[place].key
      if let first = places.updateValue(place, forKey: key) {
        places[key] = first
        join(place, into: first)
        absorbed.insert(place)
      }
      // If this does not decide, they are compared completely, which copies them.
      if place > 0, records[place].added <= records[place - 1].added,
        records[place].precedes(records[place - 1])
      {
        isOrdered = false
      }
    }
    if !absorbed.isEmpty {
      records = records.indices.filter { !absorbed.contains($0) }.map { records[$0] }
      isOrdered = false
    }
    count = records.count { !$0.isRemoved }
    restoreOrder()
  }

  /// The bookmarks that are not removed, in the order in which they were saved; costs a pass over
  /// all.
  public var live: [Bookmark] { records.filter { !$0.isRemoved } }

  /// The bookmark of a link, unless it is removed.
  public subscript(key: LinkKey) -> Bookmark? {
    guard let bookmark = record(of: key), !bookmark.isRemoved else { return nil }
    return bookmark
  }

  /// Returns the bookmark of a link, removed or not.
  public func record(of key: LinkKey) -> Bookmark? {
    places[key].map { records[$0] }
  }

  /// Returns where in `records` the bookmark of a link is.
  public func place(of key: LinkKey) -> Int? { places[key] }

  /// Makes one change.
  public mutating func apply(_ operation: BookmarkOperation) {
    apply([operation])
  }

  /// Makes changes in order; a change to a missing link does nothing.
  public mutating func apply(_ operations: [BookmarkOperation]) {
    for operation in operations { applyUnordered(operation) }
    restoreOrder()
  }

  /// Makes one of several changes; call `restoreOrder` after the last.
  mutating func applyUnordered(_ operation: BookmarkOperation) {
    switch operation {
    case .add(let bookmark): add(bookmark)
    case .remove(let key, at: let time): set(key, [.bookmarked(false), .later(false)], at: time)
    case .set(let key, let fields, at: let time): set(key, fields, at: time)
    case .edit(let bookmark, let fields, at: let time): edit(bookmark, fields, at: time)
    case .mergeNote(let bookmark, into: let note, at: let time):
      let theirs = record(of: bookmark.key)?.note ?? bookmark.note
      let merged = NoteMerge.merged(bookmark.note, ours: note, theirs: theirs)
      edit(bookmark, [.note(merged)], at: time)
    }
  }

  /// Drops bookmarks that were removed before some time.
  public mutating func forget(removedBefore time: Timestamp) {
    guard records.contains(where: { $0.isForgotten(before: time) }) else { return }
    records.removeAll { $0.isForgotten(before: time) }
    index()
  }

  /// Gives an id to every bookmark that has none; `next` is asked once for each.
  public mutating func nameAll(_ next: () -> String) {
    for place in records.indices where records[place].id.isEmpty {
      records[place].id = next()
      isOrdered = false
    }
    restoreOrder()
  }
}

extension Bookmarks: Equatable {
  /// Returns whether both hold the same bookmarks.
  public static func == (left: Bookmarks, right: Bookmarks) -> Bool {
    left.records == right.records
  }
}

extension Bookmarks {
  private mutating func add(_ bookmark: Bookmark) {
    let key = bookmark.key
    if let place = places[key] {
      update(place) { $0.absorb(bookmark) }
    } else {
      append(bookmark, key)
      if !bookmark.isRemoved { count += 1 }
    }
  }

  private mutating func set(_ key: LinkKey, _ fields: [BookmarkField], at time: Timestamp) {
    guard let place = places[key] else { return }
    update(place) { bookmark in
      for field in fields { bookmark.set(field) }
      bookmark.changed = max(bookmark.changed, time)
    }
  }

  private mutating func edit(
    _ known: Bookmark, _ fields: [BookmarkField], at time: Timestamp
  ) {
    let key = known.key
    if places[key] == nil {
      append(known, key)
      if !known.isRemoved { count += 1 }
    } else if record(of: key)?.isRemoved == true, !fields.allSatisfy(\.isMarkTakenOff) {
      set(key, [.bookmarked(known.isBookmarked), .later(known.later)], at: time)
    }
    set(key, fields, at: time)
  }

  /// Makes two bookmarks of one link one, in place of the first.
  private mutating func join(_ second: Int, into first: Int) {
    let bookmark = records[second]
    if records[first].id.isEmpty || !sameBytes(records[first].id, bookmark.id) {
      records[first].absorb(bookmark)
    } else if bookmark.changed >= records[first].changed {
      records[first] = bookmark
    }
  }

  private mutating func append(_ bookmark: Bookmark, _ key: LinkKey) {
    if let last = records.last, bookmark.precedes(last) { isOrdered = false }
    places[key] = records.count
    records.append(bookmark)
  }

  private mutating func update(_ place: Int, _ change: (inout Bookmark) -> Void) {
    let before = records[place]
    change(&records[place])
    count += (before.isRemoved ? 0 : -1) + (records[place].isRemoved ? 0 : 1)
    if records[place].added != before.added { isOrdered = false }
  }

  /// Sorts the bookmarks after changes that broke the order.
  mutating func restoreOrder() {
    guard !isOrdered else { return }
    records.sort { $0.precedes($1) }
    index()
    isOrdered = true
  }

  private mutating func index() {
    places.removeAll(keepingCapacity: true)
    for (place, bookmark) in records.enumerated() { places[bookmark.key] = place }
  }
}
