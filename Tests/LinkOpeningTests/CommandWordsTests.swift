import LinkOpening
import Testing

/// Commands in variables such as VISUAL.
struct CommandWordsTests {
  @Test(arguments: [
    ("vim", ["vim"]), ("  code   --wait ", ["code", "--wait"]),
    (#""/opt/My Editor/ed" -n"#, ["/opt/My Editor/ed", "-n"]),
    (#"'a b'c\ d "e \"f\" \g""#, ["a bc d", #"e "f" \g"#]),
    ("vim -c 'set ft=markdown'", ["vim", "-c", "set ft=markdown"]),
    ("ed ''", ["ed", ""]), ("$HOME/ed ~ * ; | $(x)", ["$HOME/ed", "~", "*", ";", "|", "$(x)"]),
    (#"a\"#, [#"a\"#]),
  ])
  func areTakenApartWithoutAShell(command: String, words: [String]) {
    #expect(CommandWords(command)?.words == words)
  }

  @Test(arguments: ["", "   ", "'", "vim 'x", "\"vim", "'' x"])
  func anUnknownCommandIsNil(command: String) {
    #expect(CommandWords(command) == nil)
  }
}
