import ListHistory
import ListModel

/// A history that a test writes: one commit a day from 2020-01-01 on.
struct SampleHistory {
  private(set) var tracker: HistoryTracker
  private var commits = 0

  init(files: [String] = ["README.md"]) {
    tracker = HistoryTracker(files: files, today: Day(clamping: 20_780))
  }

  init(_ tracker: HistoryTracker) {
    self.tracker = tracker
  }

  /// A history of one README, version by version.
  static func of(_ versions: String...) -> SampleHistory {
    var history = SampleHistory()
    for version in versions { history.commit(version) }
    return history
  }

  mutating func commit(
    _ text: String, file: Int = 0, day: Int? = nil, author: String = "A", subject: String = "S"
  ) {
    commit([(file, .bytes(Array(text.utf8)))], day: day, author: author, subject: subject)
  }

  mutating func commit(
    _ contents: [(Int, Revision.Content)], day: Int? = nil, time: Int? = nil,
    author: String = "A", subject: String = "S"
  ) {
    commits += 1
    tracker.add(
      Revision(
        commit: "c\(commits)", time: time ?? 1_577_836_800 + (day ?? commits - 1) * 86_400,
        author: author, subject: subject,
        contents: contents.map { (file: $0.0, content: $0.1) }))
  }

  /// `title <url> in Category / Path: 01-01 added, 01-02 edited` for each entry; `~` before
  /// those that were removed, `*` after bulk changes.
  var lines: [String] {
    tracker.entries.map { tracked in
      let entry = tracked.entry
      let changes = tracked.changes.map {
        "\($0.day.description.dropFirst(5)) \($0.kind.rawValue)\($0.isBulk ? "*" : "")"
      }
      return "\(tracked.isRemoved ? "~" : "")\(entry.title) <\(entry.url ?? "")> in "
        + "\(entry.category): \(changes.joined(separator: ", "))"
    }
  }
}
