/// The licence notice at the foot of many lists, which published pages append to the last entry.
enum LicenceNotice {
  private static let words = "To the extent possible under law"
  private static let address = "creativecommons.org/publicdomain/zero"

  /// Returns whether a paragraph is the notice or the badge above it.
  static func isPart(_ text: InlineText) -> Bool {
    if text.text.starts(with: words.utf8) { return true }
    guard text.text.isEmpty, text.links.count == 1, let link = text.links.first else {
      return false
    }
    return ["https://", "http://"].contains { scheme in
      text.url(of: link).starts(with: (scheme + address).utf8)
    }
  }
}
