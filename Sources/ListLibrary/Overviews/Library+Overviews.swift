import GitProcess
import Glibc
import ListHistory
import ListMarkdown
public import ListModel
import UserFiles

/// The page of a list as its author wrote it: its README.
public struct Overview: Equatable, Sendable {
  /// The unchanged content of the page.
  public var bytes: [UInt8]
  /// Its path, from which `PageReader` derives the list.
  public var path: String
}

extension Library {
  /// Returns the overview of a followed list; nil if there is none.
  ///
  /// It is the README in its clone, the files followed instead of it, or the `readme/README.md` of
  /// a published catalogue.
  ///
  /// Nothing is fetched. Starts git a few times for a list in a clone: some 20 ms.
  public func overview(of list: ListID) throws(LibraryError) -> Overview? {
    for (source, place) in try overviewPlaces(of: list) {
      switch place {
      case .local(let path):
        if let found = localOverview(of: list, at: path) { return found }
      case .repository:
        if let found = clonedOverview(of: list, source: source) { return found }
      }
    }
    return nil
  }

  /// Returns another file of the clone or folder of a list, by its path there; nil if there is
  /// none.
  public func file(_ name: String, of list: ListID) -> Overview? {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0.elementsEqual("..".utf8) || $0.contains(0) })
    else { return nil }
    for (source, place) in (try? overviewPlaces(of: list)) ?? [] {
      switch place {
      case .local(let path):
        guard let first = try? PageFolder.pages(at: path).first,
          let slash = first.utf8.lastIndex(of: UInt8(ascii: "/")),
          let bytes = try? PageBytes.read(first[..<slash] + "/" + name)
        else { continue }
        return Overview(bytes: bytes, path: first[..<slash] + "/" + name)
      case .repository:
        guard let clone = clone(of: source), let tip = try? clone.head(),
          let file = try? clone.file(at: FilePath(name), of: tip), file.kind.isRegular,
          let bytes = bytes(of: file.id, in: clone)
        else { continue }
        return Overview(bytes: bytes, path: "/\(list.path)/\(name)")
      }
    }
    return nil
  }

  /// Returns the possible paths of a list's overview, those in sources of only this list first.
  func overviewPlaces(
    of list: ListID
  ) throws(LibraryError) -> [(source: String, place: SourcePlace)] {
    let states = SourceStates(path: files.sources).read()
    var own: [(source: String, place: SourcePlace)] = []
    var others: [(source: String, place: SourcePlace)] = []
    for state in states {
      let place = try SourcePlace(state.name)
      if state.kind == .catalogue {
        others.append((state.name, place))
      } else if state.name.utf8.elementsEqual(list.path.utf8) || isNamed(list, after: state.name)
        || place.listName(followedAs: state.name).map({ ListID($0) }) == list
      {
        own.append((state.name, place))
      } else if case .local = place {
        others.append((state.name, place))
      }
    }
    return own + others
  }

  /// Returns whether a list without an owner is called after the folder or the address of a source.
  private func isNamed(_ list: ListID, after source: String) -> Bool {
    guard !list.hasOwner else {
      return OriginName.ofAddress(source).map { $0.utf8.elementsEqual(list.path.utf8) } ?? false
    }
    return source.utf8.split(separator: UInt8(ascii: "/")).last
      .map { $0.elementsEqual(list.path.utf8) } ?? false
  }

  private func localOverview(of list: ListID, at path: String) -> Overview? {
    if let name = Self.folder(of: list) {
      let file = path + "/content/\(name)/readme/README.md"
      if let bytes = try? PageBytes.read(file) { return Overview(bytes: bytes, path: file) }
    }
    let repository = OriginName.ofFolder(path)
    for file in (try? PageFolder.pages(at: path))?.prefix(500) ?? [] {
      guard let bytes = try? PageBytes.read(file),
        let page = try? PageReader.pack(bytes, path: file),
        page.list.named(repository).id == list
      else { continue }
      guard page.kind != .overview else { return Overview(bytes: bytes, path: file) }
      let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[..<$0]) } ?? "."
      let beside = folder + "/readme/README.md"
      return (try? PageBytes.read(beside)).map { Overview(bytes: $0, path: beside) }
    }
    return nil
  }

  /// Returns the name of a list as a path below `content`; nil for one that would lead elsewhere.
  private static func folder(of list: ListID) -> String? {
    let parts = list.path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isPath =
      parts.count > 1
      && parts.allSatisfy { part in
        !part.isEmpty && part.first != UInt8(ascii: ".") && !part.contains(0)
      }
    return isPath ? list.path : nil
  }

  private func clonedOverview(of list: ListID, source: String) -> Overview? {
    guard let clone = clone(of: source), let tip = try? clone.head() else { return nil }
    var texts: [[UInt8]] = []
    var path = FilePath("content/\(Self.folder(of: list) ?? "")/readme/README.md")
    if let file = try? clone.file(at: path, of: tip), let bytes = bytes(of: file.id, in: clone) {
      texts = [bytes]
    } else {
      let paths = overviewFiles(of: source, in: clone, at: tip)
      path = FilePath(paths.first ?? "")
      for name in paths {
        guard let file = try? clone.file(at: FilePath(name), of: tip),
          let bytes = bytes(of: file.id, in: clone)
        else { continue }
        texts.append(bytes)
      }
    }
    guard !texts.isEmpty else { return nil }
    return Overview(
      bytes: Array(texts.joined(separator: Array("\n\n".utf8))),
      path: "/\(list.path)/\(path.text)")
  }

  /// Returns the clone of a source; nil if there is none yet.
  func clone(of source: String) -> Repository? {
    let path = files.repositories + "/" + Clones.folderName(of: source)
    guard access(path, F_OK) == 0, let git = try? Git(environment: environment) else { return nil }
    return Repository(git: git, path: path)
  }

  /// Returns the files of a repository that are its list.
  func overviewFiles(of source: String, in clone: Repository, at tip: ObjectID) -> [String] {
    let follow = followFile.load().follows.first {
      $0.source.utf8.elementsEqual(source.utf8)
    }
    if let asked = follow?.files, !asked.isEmpty { return asked }
    let top = (try? clone.topFiles(at: tip)) ?? []
    let choice = { (files: [TreeFile]) in
      ReadmeChoice.path(among: files.filter(\.kind.isRegular).map(\.path.text)).map { [$0] }
    }
    return choice(top) ?? choice((try? clone.files(at: tip)) ?? []) ?? []
  }

  func bytes(of blob: ObjectID, in clone: Repository) -> [UInt8]? {
    guard case .bytes(let bytes)? = try? clone.blob(blob) else { return nil }
    return bytes
  }
}
