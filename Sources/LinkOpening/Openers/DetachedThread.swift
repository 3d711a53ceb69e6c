internal import Glibc

/// Runs a closure on a detached thread; returns false if none can be created.
///
/// Signals from the terminal are left to the main thread. Synchronous fault signals stay unblocked:
/// blocked, they would end the process before the terminal is restored.
func startDetachedThread(_ body: @escaping @Sendable () -> Void) -> Bool {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  var thread = pthread_t()
  let reference = Unmanaged.passRetained(ThreadBody(body))
  let code = pthread_create(
    &thread, &attributes,
    { argument in
      guard let argument else { return nil }
      var others = sigset_t()
      sigfillset(&others)
      for fault in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE] { sigdelset(&others, fault) }
      pthread_sigmask(SIG_BLOCK, &others, nil)
      Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
      return nil
    }, reference.toOpaque())
  if code != 0 { reference.release() }
  return code == 0
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
