import ListModel

/// The expected bookmark of one link after the changes of all windows, modelled differently than in
/// the code: for each text, a list of the changes that are not undone, of which the last one
/// counts.
struct WindowModel {
  /// A change, by its window and its number there.
  struct Name: Hashable {
    let window: Int
    let number: Int
  }

  /// A text that a change gave; `isUndone` while it does not hold.
  private struct Entry {
    let name: Name
    let value: String
    var isUndone = false
    /// The change that held when this one was undone.
    var below: Name?
  }

  private struct Made {
    var marks: [WritableKeyPath<WindowModel, Bool>: (before: Bool, after: Bool)] = [:]
    var texts: Set<Int> = []
    /// The texts as they were after the change that added the bookmark.
    var bornWith: [String]?
  }

  var isBookmarked = false
  var later = false
  private var texts: [[Entry]] = [[], []]
  private var made: [Name: Made] = [:]

  var isLive: Bool { isBookmarked || later }
  /// Note and tag, as the last change says that was not undone.
  var values: [String] { texts.map { $0.last { !$0.isUndone }?.value ?? "" } }

  /// A mark is set by a window in which the bookmark has these marks.
  mutating func set(
    _ mark: WritableKeyPath<WindowModel, Bool>, to value: Bool, known: (Bool, Bool), _ name: Name
  ) {
    let before = self
    if value, !isLive { (isBookmarked, later) = known }
    self[keyPath: mark] = value
    record(name, before)
  }

  /// A text is typed.
  mutating func type(_ text: String, into field: Int, known: (Bool, Bool), _ name: Name) {
    let before = self
    if !isLive { (isBookmarked, later) = known }
    texts[field].append(Entry(name: name, value: text))
    record(name, before)
    made[name]?.texts = [field]
    let values = values
    if made[name]?.bornWith != nil { made[name]?.bornWith = values }
  }

  mutating func undo(_ name: Name) {
    guard let change = made[name] else { return }
    var left: [WritableKeyPath<WindowModel, Bool>] = []
    var after = self
    for (mark, value) in change.marks {
      if self[keyPath: mark] == value.after || self[keyPath: mark] == value.before {
        after[keyPath: mark] = value.before
      } else {
        left.append(mark)
      }
    }
    // Others have written to what this change bookmarked: it stays.
    let isOthers = change.bornWith.map { born in
      born.indices.contains { !change.texts.contains($0) && born[$0] != values[$0] }
    }
    if isLive, !after.isLive, isOthers == true {
      left = [\.isBookmarked, \.later]
      (after.isBookmarked, after.later) = (isBookmarked, later)
    }
    (isBookmarked, later) = (after.isBookmarked, after.later)
    for mark in left { made[name]?.marks[mark] = nil }
    for field in change.texts { turn(name, field, undone: true) }
  }

  mutating func redo(_ name: Name) {
    guard let change = made[name] else { return }
    for (mark, value) in change.marks {
      if self[keyPath: mark] == value.before || self[keyPath: mark] == value.after {
        self[keyPath: mark] = value.after
      } else {
        made[name]?.marks[mark] = nil
      }
    }
    for field in change.texts { turn(name, field, undone: false) }
  }

  /// Undoes a text if it is the current one, and redoes it if the current one is the one that its
  /// undo restored; otherwise it is left alone for good.
  private mutating func turn(_ name: Name, _ field: Int, undone: Bool) {
    guard let index = texts[field].firstIndex(where: { $0.name == name }) else { return }
    let holding = texts[field].last { !$0.isUndone }?.name
    guard holding == (undone ? name : texts[field][index].below) else {
      made[name]?.texts.remove(field)
      return
    }
    texts[field][index].isUndone = undone
    if undone { texts[field][index].below = texts[field].last { !$0.isUndone }?.name }
  }

  private mutating func record(_ name: Name, _ before: WindowModel) {
    var change = Made()
    for mark in [\WindowModel.isBookmarked, \.later]
    where self[keyPath: mark] != before[keyPath: mark] {
      change.marks[mark] = (before[keyPath: mark], self[keyPath: mark])
    }
    if isLive, !before.isLive { change.bornWith = values }
    made[name] = change
  }
}
