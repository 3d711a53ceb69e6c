import CursesTerminal
import Dispatch

extension DispatchQueue {
  /// Does work on the queue, on a thread that gives the terminal back if it crashes.
  ///
  /// Each worker of the screen has a queue of its own: once Dispatch's shared ones are used, the
  /// idle process is woken each second.
  func perform(_ work: @escaping @Sendable () -> Void) {
    async {
      Terminal.coverThread()
      work()
    }
  }
}
