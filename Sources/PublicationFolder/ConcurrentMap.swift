import Dispatch
import Glibc
import Synchronization

/// Runs a job for many items on all cores, each thread with its own tree, and returns the results
/// in the order of the items.
///
/// After an error no further item is started; of several errors that of the first item is thrown.
func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ tree: FolderTree,
  _ job: @escaping @Sendable (Item, FolderTree) throws(FolderError) -> Result
) throws(FolderError) -> [Result] {
  let work = SharedItems(items, job)
  let cores = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  let helpers = min(max(1, cores), FolderTree.temporaries.count, items.count) - 1
  let done = DispatchGroup()
  for number in 0..<max(0, helpers) {
    // A folder that cannot be opened again is written by fewer threads.
    guard let own = try? FolderTree(sharing: tree, number: number + 1) else { continue }
    let transferred = TransferredTree(tree: own)
    // A separate queue, because Dispatch's shared ones wake a thread every second from then on.
    DispatchQueue(label: "publish.\(number)").async(group: done) { work.run(in: transferred.tree) }
  }
  work.run(in: tree)
  done.wait()
  return try work.results()
}

/// A tree that is transferred to another thread.
private struct TransferredTree: @unchecked Sendable {
  let tree: FolderTree
}

private final class SharedItems<Item: Sendable, Output: Sendable>: Sendable {
  private let items: [Item]
  private let job: @Sendable (Item, FolderTree) throws(FolderError) -> Output
  private let next = Atomic(0)
  private let done: Mutex<[Result<Output, FolderError>?]>

  init(
    _ items: [Item], _ job: @escaping @Sendable (Item, FolderTree) throws(FolderError) -> Output
  ) {
    self.items = items
    self.job = job
    done = Mutex([Result<Output, FolderError>?](repeating: nil, count: items.count))
  }

  func run(in tree: FolderTree) {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < items.count else { return }
      let result = self.result(of: items[index], in: tree)
      done.withLock { $0[index] = result }
      if case .failure = result { next.store(items.count, ordering: .relaxed) }
    }
  }

  private func result(of item: Item, in tree: FolderTree) -> Result<Output, FolderError> {
    do throws(FolderError) {
      return .success(try job(item, tree))
    } catch {
      return .failure(error)
    }
  }

  func results() throws(FolderError) -> [Output] {
    var results: [Output] = []
    results.reserveCapacity(items.count)
    for case .some(let result) in done.withLock({ $0 }) { results.append(try result.get()) }
    return results
  }
}
