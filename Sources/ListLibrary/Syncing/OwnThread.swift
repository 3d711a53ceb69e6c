import Dispatch

/// A queue whose work has a thread of its own.
///
/// Dispatch counts the threads of its shared queues, `DispatchQueue.global()`, and once one of them
/// was used it wakes the process each second to do so, for as long as it lives: a screen that had
/// synced would never be idle again.
func ownThread(_ label: String, qos: DispatchQoS = .default) -> DispatchQueue {
  DispatchQueue(label: label, qos: qos)
}
