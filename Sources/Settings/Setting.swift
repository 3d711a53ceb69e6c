/// Something that the user can set; the raw value is its name in config.toml and after `:set`.
///
/// Type, default and help are in `SettingTable`.
package enum Setting: String, CaseIterable, Sendable {
  case theme
  case borders
  case hints
  case plain
  case emoji
  case row
  case dateFormat = "date-format"
  case dateLanguage = "date-language"
  case wrapWidth = "wrap-width"
  case scrollOff = "scrolloff"

  case panes
  case detail
  case facetWidth = "facet-width"
  case facetLeast = "facet-least"
  case facetMost = "facet-most"
  case detailWidth = "detail-width"
  case detailLeast = "detail-least"
  case detailMost = "detail-most"
  case detailHeight = "detail-height"
  case wideFrom = "wide-from"
  case narrowBelow = "narrow-below"

  case sort
  case categorySort = "category-sort"

  case start
  case restore
  case sync
  case syncFetches = "sync-fetches"
  case syncPerHost = "sync-per-host"

  case newDays = "new-days"
  case seenOnOpen = "seen-on-open"
  case seenOnQuit = "seen-on-quit"

  case askOpen = "ask-open"
  case askSeen = "ask-seen"
  case keyPreset = "key-preset"
  case keyDelay = "key-delay"

  case mouse
  case title
  case hyperlinks
  case ambiguousWidth = "ambiguous-width"
  case copyWith = "copy-with"

  case publishDirectory = "publish.directory"
  case publishURL = "publish.url"
  case publishTitle = "publish.title"
  case publishHTML = "publish.html"
  case publishFeeds = "publish.feeds"
  case publishLimit = "publish.limit"
}
