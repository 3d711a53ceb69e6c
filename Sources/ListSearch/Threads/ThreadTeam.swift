import Synchronization

/// Threads that help the one that searches, and sleep in between.
///
/// Dispatch's `concurrentPerform` does the same, but a program that has used it once is woken every
/// second for as long as it lives.
final class ThreadTeam: Sendable {
  private let helpers: Int
  private let desk = Desk()
  private let isBusy = Atomic(false)

  /// A team that does up to so many things at a time; its threads start when they are first needed.
  init(threads: Int) {
    helpers = max(0, threads - 1)
  }

  deinit {
    desk.close()
  }

  /// Calls back with each number below `count`, at the same time as far as threads are free.
  ///
  /// While others have the team the caller does it all, so that nobody waits for somebody else's
  /// search.
  func perform(_ count: Int, _ body: @escaping (Int) -> Void) {
    guard count > 1, helpers > 0,
      isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
    else {
      for number in 0..<count { body(number) }
      return
    }
    desk.begin(SharedWork(work: body), count: count, helpers: min(helpers, count - 1))
    desk.help()
    desk.finish()
    isBusy.store(false, ordering: .releasing)
  }
}

/// Work that many threads do: sendable, since each number is given to one of them.
private struct SharedWork: @unchecked Sendable {
  let work: (Int) -> Void
}

/// Where the work lies that threads take from; it outlives the team until the last one has left.
private final class Desk: @unchecked Sendable {
  private let monitor = Monitor()
  // All below is touched inside `monitor` alone.
  private var work: SharedWork?
  private var next = 0
  private var count = 0
  private var unfinished = 0
  private var threads = 0
  private var isClosed = false

  func begin(_ work: SharedWork, count: Int, helpers: Int) {
    monitor.locked {
      self.work = work
      next = 0
      self.count = count
      unfinished = count
      while threads < helpers, startThread({ self.serve() }) { threads += 1 }
      monitor.notify()
    }
  }

  /// Does what nobody has taken yet.
  func help() {
    while let (number, work) = take(waiting: false) {
      work.work(number)
      done()
    }
  }

  /// Waits until all that was taken is done.
  func finish() {
    monitor.locked {
      while unfinished > 0 { monitor.wait() }
      work = nil
    }
  }

  /// Sends the threads home.
  func close() {
    monitor.locked {
      isClosed = true
      monitor.notify()
    }
  }

  private func serve() {
    while let (number, work) = take(waiting: true) {
      work.work(number)
      done()
    }
  }

  private func take(waiting: Bool) -> (Int, SharedWork)? {
    monitor.locked {
      while true {
        if let work, next < count {
          next += 1
          return (next - 1, work)
        }
        if isClosed || !waiting { return nil }
        monitor.wait()
      }
    }
  }

  private func done() {
    monitor.locked {
      unfinished -= 1
      if unfinished == 0 { monitor.notify() }
    }
  }
}
