import CLinux
import Glibc
import Synchronization

/// A pool of threads that help the searching thread, and sleep in between.
///
/// Dispatch's `concurrentPerform` does the same, but a process that has used it once is woken every
/// second for the rest of its life.
package final class ThreadPool: Sendable {
  private let helpers: Int
  private let queue = WorkQueue()
  private let isBusy = Atomic(false)

  /// Creates a pool that does this many things at a time; its threads start when they are first
  /// needed.
  init(threads: Int) {
    helpers = max(0, threads - 1)
  }

  deinit {
    queue.close()
  }

  /// Starts the threads, if they are not running yet.
  func start() {
    if helpers > 0 { queue.start(helpers) }
  }

  /// Wakes the threads on other processors than the caller's, ahead of the work.
  func wake() {
    if helpers > 0 { queue.wake() }
  }

  /// Calls back with each number below `count`, concurrently if threads are free.
  ///
  /// While others use the pool the caller does all the work, so that no search waits for another.
  package func perform(_ count: Int, _ body: @escaping (Int) -> Void) {
    guard count > 1, helpers > 0,
      isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
    else {
      for number in 0..<count { body(number) }
      return
    }
    queue.begin(SharedWork(work: body), count: count, helpers: min(helpers, count - 1))
    queue.help()
    queue.finish()
    isBusy.store(false, ordering: .releasing)
  }
}

/// Work shared by several threads: sendable, because each number goes to only one of them.
private struct SharedWork: @unchecked Sendable {
  let work: (Int) -> Void
}

/// The queue that threads take work from; it outlives the pool until the last thread has ended.
private final class WorkQueue: @unchecked Sendable {
  private let monitor = Monitor()
  // Everything below is accessed only inside `monitor`.
  private var work: SharedWork?
  private var next = 0
  private var count = 0
  private var threads = 0
  /// The kernel's identifiers of the threads.
  private var numbers: [Int32] = []
  private let processors = ProcessorSet()
  private var sleeping = 0
  private var isClosed = false
  /// Changes when there is new work; read without the lock by spinning threads.
  private let news = Atomic(0)
  private let unfinished = Atomic(0)

  func begin(_ work: SharedWork, count: Int, helpers: Int) {
    start(helpers)
    tellElsewhere {
      self.work = work
      next = 0
      self.count = count
      unfinished.store(count, ordering: .relaxed)
    }
  }

  func start(_ helpers: Int) {
    monitor.locked {
      while threads < helpers, startHelper() { threads += 1 }
    }
  }

  private func startHelper() -> Bool {
    if let others = processors.withoutCurrent, startThread(on: others, serve) { return true }
    return startThread(serve)
  }

  func wake() {
    tellElsewhere {}
  }

  /// Changes the state, and wakes threads that sleep on other processors than the caller's.
  ///
  /// The kernel tends to wake a thread on the processor of its waker, where it waits for some
  /// milliseconds though another one is idle. So that processor is excluded while they wake.
  private func tellElsewhere(_ change: () -> Void) {
    let sleepers = monitor.locked { sleeping > 0 ? numbers : [] }
    let others = sleepers.isEmpty ? nil : processors.withoutCurrent
    if let others { for number in sleepers { others.confine(number) } }
    monitor.locked {
      change()
      tell()
    }
    if others != nil { for number in sleepers { processors.confine(number) } }
  }

  /// Does the work that no thread has taken yet.
  func help() {
    while let (number, work) = take() {
      work.work(number)
      done()
    }
  }

  /// Waits until all that was taken is done.
  func finish() {
    wait { unfinished.load(ordering: .acquiring) == 0 }
    monitor.locked { work = nil }
  }

  /// Sends the threads home.
  func close() {
    monitor.locked {
      isClosed = true
      tell()
    }
  }

  private func serve() {
    // It was started elsewhere than on its creator's processor, for the reason of `tellElsewhere`.
    processors.confine(0)
    monitor.locked { numbers.append(gettid()) }
    while true {
      let seen = news.load(ordering: .acquiring)
      help()
      if monitor.locked({ isClosed }) { return }
      wait { news.load(ordering: .acquiring) != seen }
    }
  }

  /// Waits for a signal; spins first, because a search has several steps in sequence, and waking a
  /// thread takes as long as many of them.
  private func wait(until isSo: () -> Bool) {
    let end = nanoseconds() + 100_000
    while nanoseconds() < end {
      if isSo() { return }
      sched_yield()
    }
    monitor.locked {
      while !isSo() {
        sleeping += 1
        monitor.wait()
        sleeping -= 1
      }
    }
  }

  private func take() -> (Int, SharedWork)? {
    monitor.locked {
      guard let work, next < count else { return nil }
      next += 1
      return (next - 1, work)
    }
  }

  private func done() {
    if unfinished.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
      monitor.locked { tell() }
    }
  }

  /// Inside `monitor`.
  private func tell() {
    news.add(1, ordering: .releasing)
    if sleeping > 0 { monitor.notify() }
  }
}

private func nanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
