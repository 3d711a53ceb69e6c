extension SafeText {
  /// Sanitises one line of a list's own text, with emoji for its shortcodes.
  ///
  /// The cells of an emoji map to the bytes of its shortcode, so a match in these is highlighted.
  /// Text in backticks is unchanged.
  package static func shown(
    _ untrusted: String, limit: Int = SafeText.descriptionLimit, emoji: EmojiForm = .keep
  ) -> SafeText {
    let places = emoji == .text ? nil : shortcodes(of: untrusted)
    guard places != nil || emoji != .keep else { return SafeText(untrusted, limit: limit) }
    var sanitizer = Sanitizer(
      form: .line, limit: limit, shortcodes: places ?? ShortcodePlaces(), emoji: emoji)
    return sanitizer.read(untrusted)[0]
  }

  /// Sanitises like `lines`, with emoji for the shortcodes.
  package static func shownLines(_ untrusted: String, emoji: EmojiForm = .keep) -> [SafeText] {
    let places = emoji == .text ? nil : shortcodes(of: untrusted)
    guard places != nil || emoji != .keep else { return lines(untrusted) }
    var sanitizer = Sanitizer(
      form: .block, limit: descriptionLimit, shortcodes: places ?? ShortcodePlaces(), emoji: emoji)
    return sanitizer.read(untrusted)
  }

  /// Sanitises like `piped`, with emoji for the shortcodes.
  package static func shownPiped(_ untrusted: String) -> String {
    guard let places = shortcodes(of: untrusted) else { return piped(untrusted) }
    var sanitizer = Sanitizer(form: .piped, limit: .max, shortcodes: places)
    return sanitizer.read(untrusted)[0].text
  }

  /// Returns the shortcodes of a text; nil if it has none, as nearly all have.
  private static func shortcodes(of text: String) -> ShortcodePlaces? {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
    let places = ShortcodePlaces(text)
    return places.isEmpty ? nil : places
  }
}
