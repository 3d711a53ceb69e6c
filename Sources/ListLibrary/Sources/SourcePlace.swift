import GitProcess
import Glibc

/// Where a source is looked at.
enum SourcePlace {
  /// A file or folder, read as it lies there.
  case local(String)
  /// A repository, of which awl keeps a clone.
  case repository(GitSource)

  /// The place of a source by its name in follows.jsonl.
  init(_ name: String) throws(LibraryError) {
    guard name.utf8.first == UInt8(ascii: "/") else {
      do throws(GitSourceError) {
        self = .repository(try GitSource(address: name))
        return
      } catch {
        throw .repository(source: name, message: error.description)
      }
    }
    // Of a clone with its files beside it the files are read; bundles and bare repositories have
    // none.
    if access(name + "/.git", F_OK) != 0, let source = try? GitSource(path: name) {
      self = .repository(source)
    } else {
      self = .local(name)
    }
  }
}
