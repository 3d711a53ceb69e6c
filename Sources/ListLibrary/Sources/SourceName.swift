import GitProcess
import Glibc

/// The name of a followed source, in the form of follows.jsonl.
///
///     lists, ./lists, ~/lists          /home/u/lists      what is there goes before everything else
///     owner/name                       owner/name         on GitHub
///     https://github.com/owner/name    owner/name
///     github.com/owner/name            owner/name
///     https://host/path.git            as it is
struct SourceName {
  /// An absolute path without links, `owner/name`, or a URL.
  let text: String

  /// Parses the typed name; a relative path begins at `folder`, and `~/` at `home`.
  init(_ typed: String, in folder: String, home: String?) throws(LibraryError) {
    guard !typed.isEmpty, typed.utf8.first != UInt8(ascii: "-"), !typed.utf8.contains(0) else {
      throw .noSource(typed)
    }
    let path = Self.path(typed, in: folder, home: home)
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      text = Self.withoutGitFolder(String(cString: resolved))
    } else if typed.utf8.first == UInt8(ascii: "/") || typed.utf8.first == UInt8(ascii: ".")
      || typed.utf8.first == UInt8(ascii: "~") || path != folder + "/" + typed
    {
      throw .unreadable(path: typed, code: errno)
    } else {
      text = try Self.name(ofAddress: typed)
    }
  }

  private static func path(_ typed: String, in folder: String, home: String?) -> String {
    let scheme = "file://"
    if typed.utf8.starts(with: scheme.utf8) { return String(typed.utf8.dropFirst(7)) ?? typed }
    if typed.utf8.first == UInt8(ascii: "/") { return typed }
    if let home, typed.utf8.starts(with: "~/".utf8) || typed.utf8.elementsEqual("~".utf8) {
      return home + (String(typed.utf8.dropFirst()) ?? "")
    }
    return folder + "/" + typed
  }

  /// Returns the clone that a folder `.git` belongs to, so that it is followed only once.
  private static func withoutGitFolder(_ path: String) -> String {
    let ending = "/.git"
    guard path.utf8.count > ending.utf8.count, path.utf8.suffix(5).elementsEqual(ending.utf8) else {
      return path
    }
    return String(path.utf8.dropLast(ending.utf8.count)) ?? path
  }

  private static func name(ofAddress typed: String) throws(LibraryError) -> String {
    do throws(GitSourceError) {
      let location = try GitSource(address: typed).location
      let gitHub = "https://github.com/"
      guard location.utf8.starts(with: gitHub.utf8) else { return location }
      var name = location.utf8.dropFirst(gitHub.utf8.count)
      if name.suffix(4).elementsEqual(".git".utf8) { name.removeLast(4) }
      return String(name) ?? location
    } catch .neither {
      throw .noSource(typed)
    } catch {
      throw .repository(source: typed, message: error.description)
    }
  }
}
