import ListModel
import ListPublishing
import TestSupport

/// Lists whose entries change randomly, from pages and with histories.
struct SampleLibrary {
  struct List {
    var name: String
    var title: String
    var isTracked: Bool
    var entries: [Entry]
  }

  var lists: [List]
  private var made = 0

  init(_ random: inout SeededGenerator) {
    lists = []
    for number in 0..<6 {
      var list = List(
        name: "o/list\(number)", title: "List \(number % 5)", isTracked: number % 3 == 2,
        entries: [])
      for _ in 0..<8 { list.entries.append(entry(of: list, &random)) }
      lists.append(list)
    }
  }

  /// Does one thing that a sync may find.
  mutating func change(_ random: inout SeededGenerator) {
    let list = Int.random(in: lists.indices, using: &random)
    let entry = Int.random(in: lists[list].entries.indices, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: lists[list].entries.append(self.entry(of: lists[list], &random))
    case 1: lists[list].entries.insert(self.entry(of: lists[list], &random), at: 0)
    case 2 where lists[list].entries.count > 2: lists[list].entries.remove(at: entry)
    case 3: lists[list].entries[entry].description += " more"
    case 4: lists[list].entries[entry].stars = Stars(Int.random(in: 0..<9_000, using: &random))
    case 5: lists[list].entries[entry].category = CategoryPath(["Tools", "\(made)"])
    case 6: lists[list].entries[entry].url = "https://new.example/\(made)"
    case 7: lists[list].title += "+"
    case 8 where lists.count > 3: lists.remove(at: list)
    default: lists[list].entries[entry].title += "!"
    }
    made += 1
  }

  private mutating func entry(of list: List, _ random: inout SeededGenerator) -> Entry {
    made += 1
    let day = Int.random(in: 0..<40, using: &random)
    let url = "https://e.example/\(made % 17)"
    guard list.isTracked else { return .onPage("Entry \(made)", url, day: day) }
    let isRemoved = made % 5 == 0
    let changes = [Change.on(day, .added)] + (isRemoved ? [.on(day + 3, .removed)] : [])
    return .tracked("Entry \(made)", url, changes, isRemoved: isRemoved)
  }

  /// The published files of all lists.
  func publication(_ options: SampleOptions = SampleOptions()) -> Publication {
    var sample = SampleCatalog()
    for list in lists { sample.add(list.name, title: list.title, list.entries) }
    let catalog = sample.catalog
    return Publication(of: catalog, options: options.options(of: catalog))
  }
}

/// How the lists are published.
struct SampleOptions {
  private var title = "Lists"
  private var limit = 50
  private var address: String? = "https://x.example"
  private var today = 20

  mutating func change(_ random: inout SeededGenerator) {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: title += "."
    case 1: limit = Int.random(in: 1..<9, using: &random)
    case 2: address = address == nil ? "https://y.example" : nil
    default: today += 1
    }
  }

  func options(of catalog: Catalog) -> PublicationOptions {
    PublicationOptions(
      lists: (0..<catalog.listCount).map { ListIndex($0) }, title: title, address: address,
      feedLimit: limit, today: .sample(today), version: "1")
  }
}
