import ListLibrary
import ListModel

/// An entry of a README that a test writes.
enum SampleItem: String {
  case one = "[One](https://one.example) - First."
  case two = "[Two](https://two.example)\n  - [Below](https://below.example)"
  case three = "[Three](https://three.example)"
}

/// A README with these entries under one heading.
func readme(_ items: SampleItem...) -> String {
  "# Awesome Things\n\nWhat is good.\n\n## Tools\n\n"
    + items.map { "- \($0.rawValue)\n" }.joined()
}

extension SampleLibrary {
  /// `~title added removed in category` of each entry of a list, in the order of the catalog.
  func datedLines(_ list: Int = 0) -> [String] {
    let catalog = library.open().catalog
    return catalog.entries(of: ListIndex(list)).map { number in
      let entry = catalog.entry(EntryIndex(number))
      let removed = entry.history?.removed.map { " \($0)" } ?? ""
      return (removed.isEmpty ? "" : "~") + "\(entry.title) \(entry.added?.description ?? "-")"
        + "\(removed) in \(entry.category)"
    }
  }
}
