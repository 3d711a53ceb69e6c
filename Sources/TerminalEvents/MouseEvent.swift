/// An action of the mouse, as a terminal reports it in the SGR form (mode 1006).
package struct MouseEvent: Hashable, Sendable {
  /// Other buttons than the left one and movements without a button are not reported.
  package enum Action: Hashable, Sendable {
    case press
    case release
    /// The mouse was moved while the button was held.
    case drag
    /// The wheel was turned by this many steps, down if positive.
    case wheel(Int)
  }

  package var action: Action
  /// The cell under the pointer, from 0; it may lie outside of the screen.
  package var column: Int
  package var row: Int
  /// For a press: how many came at the same cell in quick succession, this one included.
  package var clicks: Int

  package init(_ action: Action, column: Int, row: Int, clicks: Int = 1) {
    self.action = action
    self.column = column
    self.row = row
    self.clicks = clicks
  }

  /// Reads the three numbers of a report and its last byte, `M` or `m`.
  init?(button: Int, column: Int, row: Int, final: UInt8) {
    let isRelease = final == UInt8(ascii: "m")
    guard isRelease || final == UInt8(ascii: "M"), (1...Self.farthest).contains(column),
      (1...Self.farthest).contains(row), let action = Action(button: button, isRelease: isRelease)
    else { return nil }
    self.init(action, column: column - 1, row: row - 1)
  }

  /// No screen reaches farther; what does is no report of a mouse.
  private static let farthest = 9_999

  /// One event in place of this one and the next, if nothing is lost by that: a flood of
  /// reports becomes a few events.
  func merged(with next: MouseEvent) -> MouseEvent? {
    switch (action, next.action) {
    case (.drag, .drag): return next
    case (.wheel(let steps), .wheel(let more))
    where column == next.column && row == next.row && steps.signum() == more.signum():
      return MouseEvent(.wheel(max(-1_000, min(1_000, steps + more))), column: column, row: row)
    default: return nil
    }
  }
}

extension MouseEvent.Action {
  /// Reads the first number of a report: two bits of the button, 4, 8 and 16 for keys held, 32 for
  /// a movement, 64 for the wheel, 128 for further buttons.
  fileprivate init?(button: Int, isRelease: Bool) {
    guard (0..<128).contains(button) else { return nil }
    switch (button & 0x60, button & 3) {
    case (0, 0): self = isRelease ? .release : .press
    case (0x20, 0) where !isRelease: self = .drag
    case (0x40, 0) where !isRelease: self = .wheel(-1)
    case (0x40, 1) where !isRelease: self = .wheel(1)
    default: return nil
    }
  }
}
