import Dispatch
import GitProcess

/// Carries a question that must be asked over to git, which waits for a call.
///
/// Asks twenty times a second, in which nobody notices a delay, for as long as it is held.
final class CancellationPoller {
  let cancellation = Cancellation()
  private let timer: any DispatchSourceTimer

  init(_ isCancelled: @escaping @Sendable () -> Bool) {
    timer = DispatchSource.makeTimerSource(queue: dedicatedQueue("awl.cancellation"))
    timer.schedule(deadline: .now(), repeating: .milliseconds(50))
    timer.setEventHandler { [cancellation] in if isCancelled() { cancellation.cancel() } }
    timer.resume()
  }

  deinit { timer.cancel() }
}
