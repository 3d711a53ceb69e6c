import Browser
import BrowserScenario
import HeadlessBrowser
import TerminalEvents
import TestSupport
import Testing

/// Keys that the user has bound, over the default ones.
struct KeymapsTests {
  private func keys(_ text: String) throws -> KeySequence {
    try #require(KeySequence(parsing: text))
  }

  private func binding(
    _ text: String, _ commands: Command..., in context: KeyContext = .global
  ) throws -> KeyBinding {
    KeyBinding(context, try keys(text), commands)
  }

  private func match(
    _ text: String, _ maps: Keymaps, _ context: KeyContext = .global
  ) throws
    -> Keymap.Match
  {
    maps[context].match(try keys(text).keys)
  }

  @Test func aBindingTakesTheKeysInItsView() throws {
    let maps = Keymaps([
      try binding("X", .bookmark, .moveDown), try binding("b", .quit, in: .page),
    ])
    #expect(try match("X", maps) == .macro([.builtIn(.bookmark), .builtIn(.moveDown)]))
    #expect(try match("X", maps, .detail) == .macro([.builtIn(.bookmark), .builtIn(.moveDown)]))
    #expect(try match("b", maps, .page) == .command(.quit))
    #expect(try match("b", maps, .entries) == .command(.bookmark))
  }

  @Test func unbindTakesADefaultAway() throws {
    let maps = Keymaps([try binding("Q")])
    #expect(try match("Q", maps) == .nothing)
    #expect(try match("q", maps) == .command(.close))
    #expect(maps.unreachable().map(\.command) == [.quit])
  }

  @Test func bindingsThatStartWithAnotherAreReplaced() throws {
    let maps = Keymaps([try binding("g", .moveDown)])
    #expect(try match("g", maps) == .command(.moveDown))
    #expect(maps.unreachable().map(\.command).contains(.goBookmarks))
    let longer = Keymaps([try binding("g g x", .redraw)])
    #expect(try match("g g x", longer) == .command(.redraw))
    #expect(try match("g b", longer) == .command(.goBookmarks))
  }

  /// Whatever is bound: no keys are ambiguous, and each binding applies unless a more specific or
  /// later one overrides it.
  @Test func bindingsAreAlwaysInForce() throws {
    var random = SeededGenerator(seed: 7)
    let names = ["g", "j", "q", "x", "C-x", "Space", "Enter"]
    for _ in 0..<300 {
      let bindings = try (0..<Int.random(in: 1...6, using: &random)).map { _ in
        let count = Int.random(in: 1...3, using: &random)
        let text = (0..<count).map { _ in names.randomElement(using: &random) ?? "x" }
        let context = KeyContext.allCases.randomElement(using: &random) ?? .global
        let command = Command.allCases.randomElement(using: &random) ?? .redraw
        return KeyBinding(context, try keys(text.joined(separator: " ")), [command])
      }
      let maps = Keymaps(bindings)
      for context in KeyContext.allCases {
        for (number, one) in bindings.enumerated()
        where one.context == context || one.context == .global {
          let isOvertaken = bindings.enumerated().contains { other in
            let isStronger =
              one.context == .global && context != .global && other.element.context == context
              || other.element.context == one.context && other.offset > number
            let (left, right) = (one.keys.keys, other.element.keys.keys)
            return other.offset != number
              && (other.element.context == context || other.element.context == .global)
              && (isStronger && left == right
                || left != right && (left.starts(with: right) || right.starts(with: left)))
          }
          guard !isOvertaken else { continue }
          guard case .builtIn(let command) = one.commands[0] else { continue }
          #expect(maps[context].match(one.keys.keys) == .command(command))
        }
      }
    }
  }

  @Test func aCyrillicLetterActsAsTheKeyAtItsPlace() {
    var scenario = Scenario()
    scenario.press("о о")
    let down = scenario.state.place.entries.cursor
    scenario.press("л")
    #expect(down == 2 && scenario.state.place.entries.cursor == 1)
    scenario.press("п Б")
    #expect(scenario.state.message?.kind == .error)
  }
}
