package import PageLayout

/// Letters on the links of the screen, to choose one by typing them.
package struct PageHints: Equatable, Sendable {
  /// What following a hint does.
  package enum Purpose: Equatable, Sendable {
    case follow, copy
  }

  package let purpose: Purpose
  /// The links with their letters, from the top.
  package let labels: [(link: PageLink, letters: String)]
  package internal(set) var typed = ""

  /// The keys under the fingers come first.
  private static let alphabet = Array("asdfghjklqwertyuiopzxcvbnm")

  package init(_ purpose: Purpose, links: [PageLink]) {
    self.purpose = purpose
    let letters = Self.alphabet
    // All of one length, so that no label begins another.
    let isShort = links.count <= letters.count
    labels = links.prefix(letters.count * letters.count).enumerated().map { number, link in
      isShort
        ? (link, String(letters[number]))
        : (link, String([letters[number / letters.count], letters[number % letters.count]]))
    }
  }

  package static func == (one: PageHints, other: PageHints) -> Bool {
    one.purpose == other.purpose && one.typed.utf8.elementsEqual(other.typed.utf8)
      && one.labels.map(\.link) == other.labels.map(\.link)
  }

  /// The labels that what was typed still allows.
  package var open: [(link: PageLink, letters: String)] {
    labels.filter { $0.letters.utf8.starts(with: typed.utf8) }
  }
}
