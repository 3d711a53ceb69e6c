extension BookmarkDocument {
  /// The most notices about single lines.
  private static let noticeLimit = 100

  /// Returns why this version must not write the file; nil if it may.
  func refusal(path: String) -> UserFileError? {
    format.refusal(path: path)
  }

  /// Notices about the file.
  func notices(path: String) -> [FileNotice] {
    let foreign = "is not a bookmarks file; the next save renames it and starts a new one"
    var notices = LineNotices(
      path: path, foreign: isForeign ? foreign : nil, refusal: refusal(path: path),
      lacksHeader: lacksHeader, unreadable: unreadable.map { ($0.number, $0.fault.what) }
    ).list(limit: Self.noticeLimit)
    guard !isForeign else { return notices }
    for number in undated.prefix(Self.noticeLimit) {
      notices.append(
        FileNotice(
          path: path, line: number, what: "added outside the years 1 to 9999; shown without a date",
          kind: .value))
    }
    return notices
  }
}
