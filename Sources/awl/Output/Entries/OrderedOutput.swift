import Glibc
import Synchronization

/// Writes numbered pieces of output in order, though threads finish them in another order.
///
/// A thread that is ahead leaves its piece to the one that writes the piece before it. While that
/// one waits for the reader of a pipe, the others wait too, so that few pieces are in memory.
final class OrderedOutput: Sendable {
  private let descriptor: Int32
  private let state = Mutex(State())

  private struct State {
    /// The number of the piece to be written next.
    var next = 0
    /// The pieces that are finished before it is.
    var waiting: [Int: [UInt8]] = [:]
    /// Memory of pieces that were written.
    var spare: [[UInt8]] = []
    var failure: Int32?
  }

  init(to descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The error number of the first write that failed; nothing is written after it.
  var failure: Int32? { state.withLock { $0.failure } }

  /// Writes a piece when its turn has come, and empties it.
  func write(_ piece: inout [UInt8], at number: Int) {
    state.withLock { state in
      guard number == state.next else {
        state.waiting[number] = piece
        piece = state.spare.popLast() ?? []
        return
      }
      write(piece, &state)
      piece.removeAll(keepingCapacity: true)
      while var ready = state.waiting.removeValue(forKey: state.next) {
        write(ready, &state)
        ready.removeAll(keepingCapacity: true)
        state.spare.append(ready)
      }
    }
  }

  private func write(_ piece: [UInt8], _ state: inout State) {
    state.next += 1
    if state.failure == nil, !writeAll(piece, to: descriptor) { state.failure = errno }
  }
}
