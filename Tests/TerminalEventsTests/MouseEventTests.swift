import TerminalEvents
import Testing

/// Reports of the mouse in the SGR form, and floods of them.
struct MouseEventTests {
  @Test(
    arguments: [
      ("\u{1B}[<0;1;1M", MouseEvent(.press, column: 0, row: 0)),
      ("\u{1B}[<0;300;200M", MouseEvent(.press, column: 299, row: 199)),
      ("\u{1B}[<0;5;6m", MouseEvent(.release, column: 4, row: 5)),
      ("\u{1B}[<32;5;6M", MouseEvent(.drag, column: 4, row: 5)),
      ("\u{1B}[<64;5;6M", MouseEvent(.wheel(-1), column: 4, row: 5)),
      ("\u{1B}[<65;5;6M", MouseEvent(.wheel(1), column: 4, row: 5)),
      // With Control held.
      ("\u{1B}[<81;5;6M", MouseEvent(.wheel(1), column: 4, row: 5)),
    ])
  func reportsAreRead(bytes: String, event: MouseEvent) {
    #expect(events(bytes) == [.mouse(event)])
    #expect(events(bytes, readsMouse: false).isEmpty, "swallowed where the mouse is off")
  }

  @Test(arguments: [
    // The middle and the right button, a movement without a button, the wheel to the side.
    "\u{1B}[<1;1;1M", "\u{1B}[<2;1;1M", "\u{1B}[<35;1;1M", "\u{1B}[<66;1;1M", "\u{1B}[<67;1;1M",
    "\u{1B}[<128;1;1M", "\u{1B}[<0;0;1M", "\u{1B}[<0;1;10000M", "\u{1B}[<0;1M", "\u{1B}[<0;1;1;1M",
    "\u{1B}[<M", "\u{1B}[0;1;1M", "\u{1B}[?0;1;1M", "\u{1B}[<0;1;1$M", "\u{1B}[<-1;1;1M",
    "\u{1B}[<99999999999999999999;1;1M", "\u{1B}[M !!", "\u{1B}[<64;1;1m",
  ])
  func otherReportsAreSwallowed(bytes: String) {
    #expect(events(bytes + "q") == [.key(KeyEvent("q"))])
  }

  @Test func turnsOfTheWheelBecomeOneEvent() {
    let down = String(repeating: "\u{1B}[<65;5;6M", count: 5_000)
    let turned = events(down + "\u{1B}[<64;5;6M\u{1B}[<65;7;6M")
    #expect(
      turned == [
        .mouse(MouseEvent(.wheel(1_000), column: 4, row: 5)),
        .mouse(MouseEvent(.wheel(-1), column: 4, row: 5)),
        .mouse(MouseEvent(.wheel(1), column: 6, row: 5)),
      ])
  }

  @Test func ofADragTheLastPlaceCounts() {
    let moves = (1...2_000).map { "\u{1B}[<32;\($0);3M" }.joined()
    #expect(
      events("\u{1B}[<0;1;3M" + moves + "\u{1B}[<0;9;3m") == [
        .mouse(MouseEvent(.press, column: 0, row: 2)),
        .mouse(MouseEvent(.drag, column: 1_999, row: 2)),
        .mouse(MouseEvent(.release, column: 8, row: 2)),
      ])
  }

  @Test func keysAmongReportsKeepTheirPlace() {
    #expect(
      events("\u{1B}[<65;1;1Mj\u{1B}[<65;1;1M") == [
        .mouse(MouseEvent(.wheel(1), column: 0, row: 0)), .key(KeyEvent("j")),
        .mouse(MouseEvent(.wheel(1), column: 0, row: 0)),
      ])
  }

  private func events(_ text: String, readsMouse: Bool = true) -> [TerminalEvent] {
    var decoder = InputDecoder()
    decoder.readsMouse = readsMouse
    var events: [TerminalEvent] = []
    decoder.feed(Array(text.utf8), into: &events)
    decoder.flush(into: &events)
    return events
  }
}
