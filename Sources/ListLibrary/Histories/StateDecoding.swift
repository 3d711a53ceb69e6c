import Dispatch
import ListHistory
import ListModel
import Synchronization

/// Reads a stored state on another thread.
final class StateDecoding: Sendable {
  private let decoded = Mutex<HistoryTracker?>(nil)
  private let done = DispatchGroup()

  /// Begins at once.
  init(_ state: [UInt8]?, today: Day) {
    guard let state else { return }
    dedicatedQueue("awl.states", qos: .userInitiated).async(group: done) { [self] in
      let tracker = HistoryTracker(state: state, today: today)
      decoded.withLock { $0 = tracker }
    }
  }

  /// The tracker, once it is read; nil for bytes that are no state of this version.
  ///
  /// To be asked once.
  var tracker: HistoryTracker? {
    done.wait()
    return decoded.withLock { $0.take() }
  }
}
