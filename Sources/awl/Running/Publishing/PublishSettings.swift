import ListPublishing
import Settings

/// Defaults for publishing: the table `[publish]` of config.toml.
struct PublishSettings: Sendable {
  /// Empty if not set.
  var directory: String
  var url: String?
  var title: String
  /// Whether pages are HTML instead of Markdown.
  var isHTML: Bool
  var hasFeeds: Bool
  var limit: Int

  /// Throws for a URL that must not be in feeds.
  init(_ settings: SettingValues) throws {
    directory = expandingHome(settings.word(.publishDirectory))
    title = settings.word(.publishTitle)
    isHTML = settings.isOn(.publishHTML)
    hasFeeds = settings.isOn(.publishFeeds)
    limit = settings.number(.publishLimit)
    let address = settings.word(.publishURL)
    guard !address.isEmpty else { return }
    guard PublishedLink.isServed(address) else {
      throw Failure(
        .usage,
        "publish.url in config.toml: \(safeLine(address)): give an address as https://example.org/lists"
      )
    }
    url = address
  }
}
