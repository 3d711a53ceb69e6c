extension BookmarkDocument {
  /// So many lines are told one by one; more would not be read.
  private static let noticeLimit = 100

  /// Why this version must not write the file; nil where it may.
  func refusal(path: String) -> ReaderFileError? {
    format.refusal(path: path)
  }

  /// What the reader is to be told about the file.
  func notices(path: String) -> [FileNotice] {
    guard !isForeign else {
      let what = "is no bookmarks file; the next save sets it aside and begins a new one"
      return [FileNotice(path: path, what: what)]
    }
    var notices: [FileNotice] = []
    if let refusal = refusal(path: path) {
      notices.append(FileNotice(path: path, line: 1, what: refusal.what))
    } else if lacksHeader {
      notices.append(FileNotice(path: path, line: 1, what: "the header is missing"))
    }
    for (number, _, fault) in unreadable.prefix(Self.noticeLimit) {
      notices.append(FileNotice(path: path, line: number, what: fault.what))
    }
    let more = unreadable.count - Self.noticeLimit
    if more > 0 {
      notices.append(FileNotice(path: path, what: "\(more) more lines are not readable"))
    }
    for number in undated.prefix(Self.noticeLimit) {
      notices.append(
        FileNotice(
          path: path, line: number, what: "added outside the years 1 to 9999; shown without a date",
          kind: .value))
    }
    return notices
  }
}
