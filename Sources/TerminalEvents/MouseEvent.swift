/// An action of the mouse, as a terminal reports it in the SGR form (mode 1006).
package struct MouseEvent: Hashable, Sendable {
  /// Buttons other than the left one, and movements without a button, are not reported.
  package enum Action: Hashable, Sendable {
    case press
    case release
    /// The mouse was dragged.
    case drag
    /// The wheel was turned by this many steps, down if positive.
    case wheel(Int)
  }

  package var action: Action
  /// The cell under the pointer, from 0; it may be outside the screen.
  package var column: Int
  package var row: Int
  /// For a press: the click count in the same cell, including this one.
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

  /// No screen is larger; a report beyond it is invalid.
  private static let farthest = 9_999

  /// Returns one event that replaces this one and the next, if that loses nothing: it reduces a
  /// flood of reports to a few events.
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
  /// Decodes the first number of a report: two bits for the button, 4, 8 and 16 for modifiers, 32
  /// for a movement, 64 for the wheel, 128 for additional buttons.
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
