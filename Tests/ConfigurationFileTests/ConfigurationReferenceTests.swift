import BuiltInList
import ConfigurationFile
import TestSupport
import Testing

struct ConfigurationReferenceTests {
  @Test func configPageIsWhatTheTableSays() {
    expectSnapshot(ConfigurationReference.markdown(themes: builtInThemeNames), at: "docs/config.md")
  }

  @Test func theThemesThatAreCompiledInAreWhole() throws {
    for name in builtInThemeNames {
      let theme = ThemeFile(try #require(builtInTheme(name), "\(name)"))
      #expect(theme.issues.isEmpty && theme.colors.count == ThemeFile.names.count, "\(name)")
    }
    #expect(builtInTheme("default") == nil)
  }

  @Test func aThemeReportsWhatIsWrong() {
    let theme = ThemeFile("text = \"#12345\"\nreed = \"#112233\"\nblue = \"#A1b2C3\"\n")
    #expect(
      theme.issues.map { $0.description(in: "t") } == [
        "t:1:1: text takes a colour such as \"#fabd2f\" or 214",
        "t:2:1: a theme has no colour reed: did you mean red?",
      ])
    #expect(theme.colors == ["blue": "#A1b2C3"])
  }
}
