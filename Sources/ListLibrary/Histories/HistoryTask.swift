import GitProcess
import LightweightMarkup
import ListHistory
import ListMarkdown
import ListModel

/// A list whose entries are dated by the history of its repository.
struct HistoryTask: Sendable {
  let repository: Repository
  let tip: ObjectID
  /// The paths of the list's files at that commit; at least one.
  let files: [String]
  /// `owner/name`, or another name of the repository.
  let name: String
  let today: Day
  /// The base of relative links in a file; nil if unknown.
  var linkRoot: LinkRoot?
  /// The state stored when the list was read last, and whether this version's reader wrote it.
  let stored: @Sendable () throws -> (state: [UInt8], isCurrent: Bool)?
  /// The columns of the last reading, for a repository that turns out to contain a published page.
  var earlier: (@Sendable () -> [UInt8]?)?
}

extension HistoryTask {
  /// Identifies a state of the list: the commit and the files.
  var stamp: Int64 {
    let text = ([tip.hex] + files).joined(separator: "\u{0}")
    return Array(text.utf8).withUnsafeBytes { fingerprint(of: $0) }
  }

  /// Returns whether a README lists anything.
  static func hasEntries(_ content: [UInt8], path: String) -> Bool {
    do throws(PageError) {
      return try PageReader.pack(content, path: path).count > 0
    } catch {
      return false
    }
  }

  /// Reads the history; nil if it was broken off.
  func run(
    now: Timestamp, isCancelled: @escaping @Sendable () -> Bool
  ) -> PageOutcome? {
    if let refusal { return .failed(refusal.description, isLasting: true) }
    let poller = CancellationPoller(isCancelled)
    defer { withExtendedLifetime(poller) {} }
    do {
      let stored = try stored()
      let reading = HistoryReading(
        repository: repository, tip: tip, files: files, today: today, page: linkRoot?.page)
      var tracker = try reading.read(
        goingOnFrom: stored?.state, isCurrent: stored?.isCurrent ?? false,
        cancellation: poller.cancellation)
      let pages = files.indices.map { page(tracker, file: $0) }
      // The form of a list is determined from its newest version, for all earlier ones.
      let forms = zip(pages, tracker.forms).map { (try? $0.get())?.form ?? $1 }
      if forms != tracker.forms {
        tracker = try reading.read(tracker, in: forms, cancellation: poller.cancellation)
      }
      return outcome(of: tracker, pages, now: now)
    } catch GitError.cancelled {
      return nil
    } catch {
      return .failed("\(error)", isLasting: false)
    }
  }

  /// Why the files cannot be read, if their names show it.
  private var refusal: PageError? {
    for file in files {
      if let language = MarkupLanguage(suffixOf: file), !language.isRead {
        return .otherMarkup(file: file, language: language.name)
      }
    }
    return nil
  }

  /// Returns a file's page; nil for one that was emptied.
  private func page(
    _ tracker: HistoryTracker, file: Int
  ) -> Result<PackedPage?, PageError> {
    Result { () throws(PageError) in
      do throws(PageError) {
        return try PageReader.pack(
          tracker.text(ofFile: file), path: "/\(name)/\(files[file])", isMarkdown: true,
          at: linkRoot?.page.flatMap { PageAddress($0) })
      } catch .empty {
        return nil
      }
    }
  }

  /// Returns the title of a list in several files: that of its README, which need not be one of
  /// them.
  private func title(of pages: [Result<PackedPage?, PageError>]) -> String? {
    guard files.count > 1 else { return nil }
    if let number = files.firstIndex(where: { ReadmeChoice.path(among: [$0]) != nil }) {
      return (try? pages[number].get())?.list.title
    }
    guard let all = try? repository.files(at: tip),
      let path = ReadmeChoice.path(among: all.filter(\.kind.isRegular).map(\.path.text)),
      let readme = all.first(where: { $0.path == FilePath(path) }),
      case .bytes(let bytes)? = try? repository.blob(readme.id),
      let page = try? PageReader.pack(bytes, path: "/\(name)/\(path)")
    else { return ListID(name).name }
    return page.list.title
  }

  /// Returns the prose of the files about categories; the title of a file that is one of several
  /// and not the README is the category of all its entries.
  private func categoryTexts(of pages: [Result<PackedPage?, PageError>]) -> [CategoryText] {
    zip(files, pages).flatMap { file, page -> [CategoryText] in
      guard let list = (try? page.get())?.list else { return [] }
      guard files.count > 1, ReadmeChoice.path(among: [file]) == nil else {
        return list.categoryTexts
      }
      return list.categoryTexts.map {
        CategoryText(category: CategoryPath([list.title] + $0.category.headings), text: $0.text)
      }
    }
  }

  /// Returns the issues of the files, with the name of each if there are several.
  private func issues(of pages: [Result<PackedPage?, PageError>]) -> [ParseIssue] {
    let found = pages.map { (try? $0.get())?.issues ?? [] }
    guard files.count > 1 else { return found[0] }
    return zip(files, found).flatMap { file, issues in
      issues.map { ParseIssue(line: $0.line, message: "\(file): \($0.message)") }
    }
  }

  private func outcome(
    of tracker: HistoryTracker, _ pages: [Result<PackedPage?, PageError>], now: Timestamp
  ) -> PageOutcome {
    do throws(PageError) {
      let page = try pages[0].get()
      // A published page in its own repository has its own days.
      if let page, page.kind != .overview {
        return .read(ReadPage(page, named: name, stamp: stamp, after: earlier?(), now: now))
      }
      var list =
        page?.list.named(name) ?? AwesomeList(id: ListID(name), title: ListID(name).name)
      list.relativeLinks = linkRoot?.base(of: files[0])
      if let title = title(of: pages) { list.title = title }
      list.categoryTexts = categoryTexts(of: pages)
      let entries = tracker.entries
      guard !entries.isEmpty else {
        return .failed(
          "no entry was found in \(files.joined(separator: ", ")): "
            + "awl follow --file PATH names another file", isLasting: true)
      }
      var builder = CatalogBuilder()
      builder.append(list, entries: entries.map(\.entry))
      return .read(
        ReadPage(
          list: list.id, precedence: .history, fingerprint: stamp,
          entries: entries.count { !$0.isRemoved }, image: builder.listsImage(),
          history: tracker.state, issues: issues(of: pages)))
    } catch {
      let issue = tracker.issues.last.map { "; \($0.message)" } ?? ""
      return .failed(error.description + issue, isLasting: true)
    }
  }
}

extension Repository {
  /// Returns the content of a file; nil for one that is missing, or longer than a list.
  func content(of file: TreeFile) throws(GitError) -> [UInt8]? {
    if case .bytes(let bytes) = try blob(file.id) { bytes } else { nil }
  }
}
