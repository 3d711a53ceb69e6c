import GitProcess
internal import Glibc
public import UserFiles

/// An error of the library.
public enum LibraryError: Error, Equatable, Sendable {
  /// A file or folder of a source cannot be read.
  case unreadable(path: String, code: Int32)
  /// The source is a pipe or a device.
  case notAFile(path: String)
  /// The source exists, but nothing in it can be read; the reason.
  case nothingRead(source: String, message: String)
  /// A folder holds no page.
  case noPages(path: String)
  /// The source is neither a path nor the name or address of a repository.
  case noSource(String)
  /// A git repository cannot be fetched; git's message.
  case repository(source: String, message: String)
  /// A repository has neither a README nor pages of lists.
  case noReadme(String)
  /// A file of a repository is a link without a target in it.
  case linkLeadsOut(String, link: String, target: String)
  /// The file to follow is not a path in the repository.
  case noFile(String)
  /// The requested files of a repository do not exist.
  case noRepository(String)
  /// A source is not followed.
  case notFollowed(String)
  /// A list cannot be unfollowed, because its source has others as well.
  case oneOfMany(list: String, source: String, lists: Int)
  /// No list and no source has the name.
  case noSuchList(String)
  /// Another process is at work on the library.
  case busy
  /// A file of the cache cannot be written.
  case unwritable(path: String, code: Int32)
  /// An SQLite error, with its message.
  case database(path: String, message: String)
  /// The follows file cannot be changed.
  case follows(UserFileError)
}

extension LibraryError: CustomStringConvertible {
  /// `error: how to fix it`.
  public var description: String {
    switch self {
    case .unreadable(let path, let code):
      "cannot read \(path) (\(text(of: code))): check the path and who may read it"
    case .notAFile(let path): "\(path) is a pipe or a device: give a file, a folder or a repository"
    case .nothingRead(let source, let message): "\(source): \(message); it is not followed"
    case .noPages(let path): "no page in \(path): a folder of pages contains README.md files"
    case .noSource(""): "the name is empty: give a path, an address or owner/name"
    case .noSource(let source):
      "\(GitSource.withoutPassword(source)) is not a path, a URL or owner/name: give one of these"
    case .repository(let source, let message): "\(GitSource.withoutPassword(source)): \(message)"
    case .noReadme(let source):
      "\(source): there is no README: awl follow --file PATH names the file that is the list"
    case .linkLeadsOut(let source, let link, let target):
      "\(source): \(link) is a link to \(target), which is not a file of the repository: "
        + "awl follow --file PATH names the file that is the list"
    case .noFile(let path): "\(path) is not a path in a repository: give one like docs/list.md"
    case .noRepository(let source):
      "\(source) is not a repository of one list: --file needs one"
    case .notFollowed(let source):
      "\(GitSource.withoutPassword(source)) is not followed: awl lists shows what is followed"
    case .oneOfMany(let list, let source, let lists):
      "\(list) is one of the \(lists) lists of \(source): awl unfollow \(source) lets all of them go"
    case .noSuchList(let name):
      "there is no list \(GitSource.withoutPassword(name)): awl lists shows all"
    case .busy: "another awl is at work on the library: try again when it is done"
    case .unwritable(let path, let code):
      "cannot write \(path) (\(text(of: code))): \(wayOut(of: code))"
    case .database(let path, let message):
      "\(path): \(message): sync again; if that does not help, delete the file"
    case .follows(let error): error.description
    }
  }
}

extension LibraryError {
  /// Returns the description without the name of a source, to be shown after it.
  func description(of source: String) -> String {
    let (text, start) = (description.utf8, (source + ": ").utf8)
    return text.starts(with: start)
      ? String(text.dropFirst(start.count)) ?? description : description
  }
}

private func text(of code: Int32) -> String {
  strerror(code).map { String(cString: $0) } ?? "error \(code)"
}

private func wayOut(of code: Int32) -> String {
  switch code {
  case ENOENT, ELOOP: "create the folder, or fix the link"
  case ENOTDIR: "move the existing file away"
  default: "free some space or check who may write there"
  }
}
