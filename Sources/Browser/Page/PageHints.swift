package import PageLayout

/// Labels on the visible links, to choose one by typing its letters.
package struct PageHints: Equatable, Sendable {
  /// The action for the chosen link.
  package enum Purpose: Equatable, Sendable {
    case follow, copy
  }

  package let purpose: Purpose
  /// The links with their labels, from the top.
  package let labels: [(link: PageLink, letters: String)]
  package internal(set) var typed = ""

  /// The home row comes first.
  private static let alphabet = Array("asdfghjklqwertyuiopzxcvbnm")

  package init(_ purpose: Purpose, links: [PageLink]) {
    self.purpose = purpose
    let letters = Self.alphabet
    // All of the same length, so that no label is a prefix of another.
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

  /// The labels that match the typed letters.
  package var open: [(link: PageLink, letters: String)] {
    labels.filter { $0.letters.utf8.starts(with: typed.utf8) }
  }
}
