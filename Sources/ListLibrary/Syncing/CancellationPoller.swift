import Dispatch
import GitProcess

/// Polls for cancellation and passes it on to git.
///
/// Polls twenty times a second, an unnoticeable delay, as long as it exists.
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
