import GitProcess
import Glibc

/// The place of a source.
enum SourcePlace {
  /// A file or folder, read in place.
  case local(String)
  /// A repository, which awl clones.
  case repository(GitSource)

  /// Creates the place of a source by its name in follows.jsonl.
  init(_ name: String) throws(LibraryError) {
    guard name.utf8.first == UInt8(ascii: "/") else {
      do throws(GitSourceError) {
        self = .repository(try GitSource(address: name))
        return
      } catch {
        throw .repository(source: name, message: error.description)
      }
    }
    // A checked-out catalogue is read from its files, which may have been edited; its history
    // describes pages, not lists.
    if let source = try? GitSource(path: name), !Self.isCatalogue(name) {
      self = .repository(source)
    } else {
      self = .local(name)
    }
  }

  /// Returns whether git may be needed to look at a source, without reading its folder.
  static func mayNeedGit(_ name: String) -> Bool {
    name.utf8.first != UInt8(ascii: "/") || (try? GitSource(path: name)) != nil
  }

  /// The host of the net that it is on; nil for one on this machine.
  var host: String? { if case .repository(let source) = self { source.host } else { nil } }

  /// Returns the name of a repository's one list, followed by this name; nil for files.
  func listName(followedAs source: String) -> String? {
    guard case .repository(let repository) = self else { return nil }
    let folder = repository.transport == .file ? OriginName.ofFolder(source) : nil
    return folder ?? repository.name
  }

  /// Whether git is started to look at it.
  var isRepository: Bool {
    if case .repository = self { true } else { false }
  }

  private static func isCatalogue(_ folder: String) -> Bool {
    guard access(folder + "/content", F_OK) == 0,
      let files = try? PageFolder.files(at: folder)
    else { return false }
    return files.contains { PagePath.listName($0.path) != nil }
  }
}
