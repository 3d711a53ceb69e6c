import Glibc

/// A lock on which threads can wait for a signal.
///
/// Waiting has no timeout, so a waiting thread is never woken needlessly.
final class Monitor: @unchecked Sendable {
  // Both must keep their addresses as long as they are used.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Does something that no other thread may do at the same time.
  func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Gives the lock up until `notify` is called, and takes it again; only inside `locked`.
  func wait() {
    pthread_cond_wait(condition, mutex)
  }

  /// Lets all that wait look again; inside `locked`.
  func notify() {
    pthread_cond_broadcast(condition)
  }
}

/// Runs a body on a new thread; returns false if none can be created.
///
/// Signals are delivered to other threads, except those raised by a fault of the thread itself. It
/// may run on these processors only, until it changes that.
func startThread(
  on processors: ProcessorSet? = nil, _ body: @escaping @Sendable () -> Void
) -> Bool {
  var (all, before) = (sigset_t(), sigset_t())
  sigfillset(&all)
  for signal in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS] {
    sigdelset(&all, signal)
  }
  pthread_sigmask(SIG_BLOCK, &all, &before)
  defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
  let work = Unmanaged.passRetained(ThreadBody(run: body))
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  processors?.confine(&attributes)
  var thread = pthread_t()
  let status = pthread_create(
    &thread, &attributes,
    { argument in
      if let argument {
        Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
      }
      return nil
    }, work.toOpaque())
  guard status == 0 else {
    work.release()
    return false
  }
  pthread_detach(thread)
  return true
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}
