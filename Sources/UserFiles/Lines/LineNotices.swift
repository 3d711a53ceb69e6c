/// The notices about a file of lines.
struct LineNotices {
  let path: String
  /// The notice for a file of another format; nil if it is awl's.
  var foreign: String?
  /// Why this version must not write the file; nil if it may.
  var refusal: UserFileError?
  var lacksHeader: Bool
  /// The lines that cannot be read, by their numbers, and why.
  var unreadable: [(number: Int, fault: String)]

  /// At most `limit` lines are listed individually; a few are enough to recognise the kind of
  /// damage.
  func list(limit: Int) -> [FileNotice] {
    if let foreign { return [FileNotice(path: path, what: foreign)] }
    var notices: [FileNotice] = []
    if let refusal {
      notices.append(FileNotice(path: path, line: 1, what: refusal.what))
    } else if lacksHeader {
      notices.append(FileNotice(path: path, line: 1, what: "the header is missing"))
    }
    for (number, fault) in unreadable.prefix(limit) {
      notices.append(FileNotice(path: path, line: number, what: fault))
    }
    let more = unreadable.count - limit
    if more > 0 {
      notices.append(FileNotice(path: path, what: "\(more) more lines are not readable"))
    }
    return notices
  }
}
