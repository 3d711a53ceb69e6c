import CursesTerminal
import Dispatch
import UserFiles

/// Saves filters for later runs, in the background; failures are ignored.
final class FilterHistory: Sendable {
  private let file: FilterHistoryFile
  private let queue = DispatchQueue(label: "filters")

  init(_ directories: Directories) {
    file = FilterHistoryFile(
      path: directories.filterHistory, former: directories.formerFilterHistory)
  }

  /// Returns the filters of earlier runs, oldest first.
  func load() -> [String] { file.load() }

  /// Saves a filter as soon as there is time.
  func add(_ filter: String) {
    queue.async { [file] in
      Terminal.coverThread()
      try? file.add(filter, now: .now())
    }
  }

  /// Waits until all that was added is on the disk, or could not be written.
  func finish() {
    queue.sync {}
  }
}
