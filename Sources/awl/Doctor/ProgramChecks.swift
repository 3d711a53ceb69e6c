import GitProcess
import Glibc
import LinkOpening
import ListLibrary
import UserFiles

/// Checks git, the library and the installed versions of awl.
struct ProgramChecks {
  let environment: [String: String]
  let directories: Directories?

  var findings: [Finding] { [git, version, path] + library }

  private var git: Finding {
    do throws(GitError) {
      var limits = GitLimits()
      limits.silenceSeconds = 2
      let git = try Git(environment: environment, limits: limits)
      return .ok("git", "\(try git.version()), \(git.program)")
    } catch {
      return .problem("git", error.description)
    }
  }

  private var version: Finding { .ok("awl.version", "\(Awl.version), \(Self.ownPath)") }

  /// The shell runs the first awl on PATH, which may be another one.
  private var path: Finding {
    let check = "awl.path"
    guard let first = CommandWords.program("awl", in: environment) else {
      return .skipped(check, "awl is in no folder of PATH")
    }
    guard Self.realPath(first) != Self.ownPath else { return .ok(check, first) }
    return .problem(
      check, "the shell runs \(first), which is another awl than this one",
      fix: "remove it, or put this one's folder before its in PATH")
  }

  private var library: [Finding] {
    guard let directories else { return [] }
    let library = Library(directories, environment: environment).inspect()
    return [catalog(library), database(library), sync(library)]
  }

  private func catalog(_ library: LibraryInspection) -> Finding {
    switch library.image {
    case .usable:
      .ok("library.catalog", "\(library.lists) lists, \(library.entries) entries")
    case .missing: .ok("library.catalog", "none yet; the built-in list is shown")
    case .unusable:
      .problem(
        "library.catalog", "damaged or made by another version of awl", fix: "awl sync")
    }
  }

  private func database(_ library: LibraryInspection) -> Finding {
    switch library.database {
    case .usable: .ok("library.database", "there")
    case .missing: .ok("library.database", "none yet; a sync creates it")
    case .unusable:
      .problem("library.database", "no SQLite database", fix: "delete it; awl sync recreates it")
    }
  }

  private func sync(_ library: LibraryInspection) -> Finding {
    if library.isLocked { return .ok("library.sync", "running now") }
    return library.failures == 0
      ? .ok("library.sync", "no failures")
      : .problem(
        "library.sync", "\(library.failures) failed at the last sync",
        fix: "awl lists shows why; awl sync tries again")
  }

  private static let ownPath = realPath("/proc/self/exe")

  private static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
