import ListModel
import TestSupport
import Testing

/// Undo and redo in windows that share a file touch only their own changes (P21).
struct ThreeWindowsTests {
  /// A window: what it shows, and what it can undo and redo.
  private struct Window {
    var shown = Bookmarks()
    var log = BookmarkChangeLog()
    var done: [Int] = []
    var undone: [Int] = []
    var count = 0
  }

  private static let key = LinkKey("a.org")

  @Test func eachFieldHasTheLastValueThatWasNotUndone() {
    for seed in 0..<rounds(1_000, soak: 10_000) {
      var random = SeededGenerator(seed: UInt64(seed))
      var file = Bookmarks()
      var model = WindowModel()
      var windows = [Window(), Window(), Window()]
      for step in 0..<30 {
        let number = random.next(below: 3)
        act(&windows[number], number, step, &file, &model, &random)
        let record = file.record(of: Self.key)
        let found = [record?.note ?? "", record?.tags.first ?? ""]
        #expect(found == model.values, "seed \(seed), step \(step)")
        #expect((record?.isBookmarked ?? false) == model.isBookmarked, "seed \(seed), step \(step)")
        #expect((record?.later ?? false) == model.later, "seed \(seed), step \(step)")
        guard found == model.values, record?.isBookmarked ?? false == model.isBookmarked else {
          return
        }
        // A window sees what others did only when it saves or reads.
        windows[random.next(below: 3)].shown = file
      }
    }
  }

  /// One key press in a window: a mark, a text, undo or redo.
  private func act(
    _ window: inout Window, _ number: Int, _ step: Int, _ file: inout Bookmarks,
    _ model: inout WindowModel, _ random: inout SeededGenerator
  ) {
    let at = moment(step + 1)
    let action = random.next(below: 7)
    switch action {
    case 0, 1:
      let last = action == 0 ? window.done.popLast() : window.undone.popLast()
      guard let change = last else { break }
      let name = WindowModel.Name(window: number, number: change)
      if action == 0 {
        window.undone.append(change)
        model.undo(name)
        _ = window.log.carryOut(.undo(number: change, at: at), on: &file)
      } else {
        window.done.append(change)
        model.redo(name)
        _ = window.log.carryOut(.redo(number: change, at: at), on: &file)
      }
    default:
      guard let operation = operation(action, window, step, at) else { break }
      let name = WindowModel.Name(window: number, number: window.count)
      tell(&model, action, window, step, name)
      _ = window.log.carryOut(.make([operation], number: window.count), on: &file)
      window.done.append(window.count)
      window.undone = []
      window.count += 1
    }
    window.shown = file
  }

  /// The change that the screen requests when a key is pressed, given what it shows.
  private func operation(
    _ action: Int, _ window: Window, _ step: Int, _ at: Timestamp
  ) -> BookmarkOperation? {
    let shown = window.shown[Self.key]
    switch (action, shown) {
    case (2, let shown?), (3, let shown?):
      return .edit(shown, [.bookmarked(!shown.isBookmarked)], at: at)
    case (4, let shown?): return .edit(shown, [.later(!shown.later)], at: at)
    case (5, let shown?): return .edit(shown, [.note("note \(step)")], at: at)
    case (6, let shown?): return .edit(shown, [.tags(["tag\(step)"])], at: at)
    case (2...4, nil):
      return .add(
        bookmark("a.org", at: at.milliseconds, isBookmarked: action != 4, later: action == 4))
    default: return nil
    }
  }

  private func tell(
    _ model: inout WindowModel, _ action: Int, _ window: Window, _ step: Int,
    _ name: WindowModel.Name
  ) {
    let shown = window.shown[Self.key]
    let known = (shown?.isBookmarked ?? false, shown?.later ?? false)
    switch action {
    case 2, 3: model.set(\.isBookmarked, to: !known.0, known: known, name)
    case 4: model.set(\.later, to: !known.1, known: known, name)
    case 5: model.type("note \(step)", into: 0, known: known, name)
    default: model.type("tag\(step)", into: 1, known: known, name)
    }
  }
}
