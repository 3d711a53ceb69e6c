import ConfigurationFile
import TestSupport
import Testing

struct ConfigurationReferenceTests {
  @Test func configPageIsWhatTheTableSays() {
    expectSnapshot(ConfigurationReference.markdown(themes: []), at: "docs/config.md")
  }
}
