import Dispatch
import UserFiles

/// Saves the filter history in the background; failures are ignored.
final class FilterHistory: Sendable {
  private let file: FilterHistoryFile
  private let queue = DispatchQueue(label: "filters")

  init(_ directories: Directories) {
    file = FilterHistoryFile(
      path: directories.filterHistory, former: directories.formerFilterHistory)
  }

  /// Returns the filters of earlier runs, oldest first.
  func load() -> [String] { file.load() }

  /// Saves a filter in the background.
  func add(_ filter: String) {
    queue.perform { [file] in
      try? file.add(filter, now: .now())
    }
  }

  /// Waits until all filters are saved, or have failed.
  func finish() {
    queue.sync {}
  }
}
