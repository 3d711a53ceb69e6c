import Glibc

/// Returns the processor time that the calling thread spends in `body`, in seconds.
///
/// For comparing the cost of two inputs: unlike the time of the clock it hardly depends on what else
/// the machine does meanwhile.
public func threadSeconds(_ body: () throws -> Void) rethrows -> Double {
  let start = threadSeconds()
  try body()
  return threadSeconds() - start
}

/// Returns the processor time of the calling thread so far, in seconds.
public func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
