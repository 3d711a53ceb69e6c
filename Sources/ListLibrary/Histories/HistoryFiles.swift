import GitProcess
import ListHistory

/// The files of a repository that are its list.
struct HistoryFiles {
  /// The repository as it is followed.
  let source: String
  /// The files of the newest commit.
  let files: [TreeFile]
  /// The content of a file; nil for one that is missing, or longer than a list.
  let content: (TreeFile) throws -> [UInt8]?
  /// Whether a README has entries, by its content and path.
  let hasEntries: (_ content: [UInt8], _ path: String) -> Bool
  /// The current path of a requested file, if it was renamed since the list was read last.
  let renamed: (_ index: Int) throws -> String?

  /// Returns the paths of the requested files, else of the README.
  ///
  /// Of several READMEs the first one with entries is used. A link inside the repository is
  /// resolved.
  func paths(_ asked: [String]) throws -> [String] {
    guard asked.isEmpty else {
      return try asked.enumerated().map { index, path in
        if let file = try file(at: path) { return file.path.text }
        guard let now = try renamed(index), let file = try file(at: now) else {
          throw GitError.notThere(path)
        }
        return file.path.text
      }
    }
    let names = files.filter { $0.kind.isRegular || $0.kind == .link }.map(\.path.text)
    let candidates = ReadmeChoice.candidates(among: names)
    var readmes: [TreeFile] = []
    var failure: LibraryError?
    for candidate in candidates {
      do throws(LibraryError) {
        if let file = try self.file(at: candidate) { readmes.append(file) }
      } catch {
        failure = failure ?? error
      }
    }
    guard let first = readmes.first else { throw failure ?? .noReadme(source) }
    guard readmes.count > 1 else { return [first.path.text] }
    let listed = try readmes.first { readme in
      try content(readme).map { hasEntries($0, readme.path.text) } ?? false
    }
    return [(listed ?? first).path.text]
  }
}

extension HistoryFiles {
  /// The maximum length of a chain of links.
  private static let linkLimit = 8

  /// Returns the file at a path, or the target of a link there; nil if there is none.
  private func file(at path: String) throws(LibraryError) -> TreeFile? {
    var path = FilePath(path)
    for _ in 0..<HistoryFiles.linkLimit {
      guard let file = files.first(where: { $0.path == path }) else { return nil }
      if file.kind.isRegular { return file }
      guard file.kind == .link else { return nil }
      let target = (try? content(file)) ?? []
      guard let inside = path.following(link: target) else {
        throw .linkLeadsOut(
          source, link: path.text, target: String(decoding: target, as: UTF8.self))
      }
      guard files.contains(where: { $0.path == inside }) else {
        throw .linkLeadsOut(source, link: path.text, target: inside.text)
      }
      path = inside
    }
    throw .linkLeadsOut(source, link: path.text, target: path.text)
  }

  /// Paths as git has them, each once: without `./` before them.
  ///
  /// Throws for anything but a path below the top of a repository.
  static func normalised(_ paths: [String]) throws(LibraryError) -> [String] {
    var normalised: [String] = []
    for path in paths {
      let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        .filter { !$0.elementsEqual(".".utf8) }
        .map { String(decoding: $0, as: UTF8.self) }
      guard !parts.isEmpty, path.utf8.first != UInt8(ascii: "/"), !path.utf8.contains(0),
        !parts.contains("..")
      else { throw .noFile(path) }
      let name = parts.joined(separator: "/")
      if !normalised.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
        normalised.append(name)
      }
    }
    return normalised
  }
}

extension FilePath {
  /// Returns the target of a link at this path; nil for a target outside the repository.
  fileprivate func following(link target: [UInt8]) -> FilePath? {
    let slash = UInt8(ascii: "/")
    guard let first = target.first, first != slash, !target.contains(0) else { return nil }
    var parts = bytes.split(separator: slash).dropLast().map { Array($0) }
    for part in target.split(separator: slash) where !part.elementsEqual(".".utf8) {
      guard part.elementsEqual("..".utf8) else {
        parts.append(Array(part))
        continue
      }
      guard parts.popLast() != nil else { return nil }
    }
    return parts.isEmpty ? nil : FilePath(bytes: parts.joined(separator: [slash]))
  }
}
