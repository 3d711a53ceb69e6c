import ListModel

/// What a look at a source shows: what is to be read, what is as it was, and what is gone.
struct SourceSurvey {
  let source: SourceRecord
  let kind: SourceKind
  private(set) var tasks: [PageTask] = []
  private(set) var unchanged = 0
  let gone: [PageRecord]

  /// Compares the files of a local source with the pages that are known of it.
  ///
  /// Only the pages of `lists` are looked at, if any are named. Reads no file.
  init(
    _ source: SourceRecord, known: [PageRecord], lists: Set<ListID>?
  ) throws(LibraryError) {
    self.source = source
    let files = try PageFolder.files(at: source.name)
    kind = files.contains { PagePath.listName($0.path) != nil } ? .catalogue : .page
    let repository = kind == .page ? LocalRepository.name(at: source.name) : nil
    var left = Dictionary(known.map { (Array($0.path.utf8), $0) }) { first, _ in first }
    for file in files {
      let page = left.removeValue(forKey: Array(file.path.utf8))
      let task = PageTask(
        source: source.id, root: source.name, file: file, known: page, repository: repository)
      if let lists, !lists.contains(task.presumedList) { continue }
      if let page, page.stamp == file.stamp { unchanged += 1 } else { tasks.append(task) }
    }
    gone = left.values.filter { lists?.contains($0.list) ?? true }
  }
}
