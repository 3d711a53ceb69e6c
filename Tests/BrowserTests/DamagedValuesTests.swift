import Browser
import BrowserScenario
import HeadlessBrowser
import Glibc
import ListModel
import ListSearch
import TestSupport
import Testing

/// Numbers and texts of the catalog's image are replaced by odd ones: none of them determines how
/// long the screen works, or how much memory it uses.
///
/// Each test is a process of its own, so that the memory of no other one counts.
struct DamagedValuesTests {
  /// What numbers become.
  enum Value: CaseIterable {
    case zero, one, allOnes, least, greatest, random
  }

  /// A section, what its numbers become, and whether all of them do or one.
  struct Damage: CustomTestStringConvertible {
    let section: CatalogSection
    let value: Value
    let isEverywhere: Bool

    var testDescription: String { "\(section) \(value)\(isEverywhere ? " everywhere" : "")" }

    /// The image with the damage.
    func image(using random: inout SeededGenerator) -> [UInt8] {
      var bytes = DamagedValuesTests.image
      let section = DamagedValuesTests.range(of: section)
      guard section.count >= 4 else { return bytes }
      let one = section.lowerBound + Int(random.next() % UInt64(section.count / 4)) * 4
      let places = isEverywhere ? section : one..<(one + 4)
      for place in places {
        let isLast = (place - section.lowerBound) % 4 == 3
        bytes[place] =
          switch value {
          case .zero: 0
          case .one: (place - section.lowerBound) % 4 == 0 ? 1 : 0
          case .allOnes: 0xFF
          case .least: isLast ? 0x80 : 0
          case .greatest: isLast ? 0x7F : 0xFF
          case .random: UInt8(truncatingIfNeeded: random.next())
          }
      }
      return bytes
    }
  }

  private static let damages = CatalogSection.allCases.flatMap { section in
    Value.allCases.flatMap { value in
      [true, false].map { Damage(section: section, value: value, isEverywhere: $0) }
    }
  }

  private static let datedSections: [CatalogSection] = [
    .entryDay, .distinctDay, .entryDistinctDay, .changeDay, .listFirstDay, .listLastDay,
    .newestFirst,
  ]

  @Test func theDatesPaneTakesNoLongerForOddDays() async {
    await #expect(processExitsWith: .success) { DamagedValuesTests().compareOddDays() }
  }

  @Test func noValueOfTheImageBoundsTheWork() async {
    await #expect(processExitsWith: .success) { DamagedValuesTests().compareKeys() }
  }

  private func compareOddDays() {
    let keys = "S-Tab l w l w l w l w Tab , d"
    var random = SeededGenerator(seed: 1)
    let usual = cost(of: Self.image, keys: keys)
    for damage in Self.damages where Self.datedSections.contains(damage.section) {
      expectAsCheap(damage, as: usual, keys: keys, &random)
    }
  }

  private func compareKeys() {
    let keys = CommandTable.entries.filter { $0.group != .pick }.compactMap(\.keys.first)
      .joined(separator: " ")
    let seed = seed(2)
    var random = SeededGenerator(seed: seed)
    let usual = cost(of: Self.image, keys: keys)
    for damage in Self.damages.shuffled(using: &random).prefix(
      rounds(12, soak: Self.damages.count))
    {
      expectAsCheap(damage, as: usual, keys: keys, &random, "seed \(seed)")
    }
  }

  /// What goes through all lists and entries, as `awl new` and a sync do.
  @Test func noValueOfTheImageDecidesHowLongAPassTakes() {
    var random = SeededGenerator(seed: 3)
    let usual = passes(over: Self.image)
    for damage in Self.damages.shuffled(using: &random).prefix(
      rounds(150, soak: Self.damages.count))
    {
      let taken = passes(over: damage.image(using: &random))
      #expect(taken < usual * 5 + 1, "\(damage.testDescription)")
    }
  }

  private func expectAsCheap(
    _ damage: Damage, as usual: (seconds: Double, kilobytes: Int), keys: String,
    _ random: inout SeededGenerator, _ note: String = ""
  ) {
    let taken = cost(of: damage.image(using: &random), keys: keys)
    // Unoptimised, and in parallel with other tests; the faults these tests look for take minutes
    // and gigabytes.
    #expect(taken.seconds < usual.seconds * 5 + 1, "\(damage.testDescription) \(note)")
    #expect(taken.kilobytes < usual.kilobytes + 200_000, "\(damage.testDescription) \(note)")
  }

  /// The processor's time for the keys, and by how much the process grew.
  private func cost(of image: [UInt8], keys: String) -> (seconds: Double, kilobytes: Int) {
    let before = residentKilobytes()
    let start = threadSeconds()
    var browser = Scenario(
      columns: 100, rows: 30, catalog: Catalog(CatalogImage(copying: image)))
    for key in keys.split(separator: " ") {
      browser.press(String(key))
      if browser.state.prompt != nil { browser.press("Esc") }
    }
    return (threadSeconds() - start, max(0, residentKilobytes() - before))
  }

  private func passes(over image: [UInt8]) -> Double {
    let start = threadSeconds()
    let catalog = Catalog(CatalogImage(copying: image))
    var builder = CatalogBuilder()
    var lengths = 0
    for list in (0..<min(catalog.listCount, 10_000)).map({ ListIndex($0) }) {
      lengths += catalog.news(of: list, since: .earliest).count
      lengths += catalog.additionsByMonth(of: list).count
      builder.append(list, of: catalog)
    }
    for entry in (0..<min(catalog.count, 10_000)).map({ EntryIndex($0) }) {
      lengths += catalog.entry(entry).title.utf8.count + catalog.listsWithLink(of: entry).count
    }
    lengths += builder.image().count
    #expect(lengths > 0)
    return threadSeconds() - start
  }
}

extension DamagedValuesTests {
  /// Six lists of forty entries, half of them tracked; every third link is in another list too.
  fileprivate static let image: [UInt8] = {
    var builder = CatalogBuilder()
    for list in 0..<6 {
      let entries = (0..<40).map { number in
        let day = Day(clamping: 19_000 + number * 37 % 900)
        return Entry(
          title: "Entry \(number) of \(list)",
          url: number % 3 == 0
            ? "https://example.org/\(number)" : "https://example.org/\(list)/\(number)",
          description: "What it is for, in a few words",
          category: CategoryPath(["Part \(number % 5)", "Section \(number % 7)"]),
          added: number % 9 == 0 ? nil : day, stars: number % 2 == 0 ? Stars(number * 100) : nil,
          marks: number % 8 == 0 ? [.publication] : [],
          history: list % 2 == 0 ? nil : history(number, day))
      }
      builder.append(
        AwesomeList(id: ListID("o/list\(list)"), title: "List \(list)", subject: "S\(list % 3)"),
        entries: entries, origin: ListOrigin(source: "o/list\(list)", page: ""))
    }
    let catalog = builder.catalog()
    let searchable = CatalogImage(copying: searchableImage(of: catalog))
    return searchable.adding([outlineSection(of: catalog), listOutlineSection(of: catalog)])
  }()

  private static func history(_ number: Int, _ day: Day) -> EntryHistory {
    EntryHistory(
      changes: [
        Change(
          kind: .added, day: day, commit: "a\(number)", author: "Ann", isBulk: number % 5 == 0),
        Change(kind: number % 10 == 0 ? .removed : .edited, day: day, commit: "b\(number)"),
      ], isRemoved: number % 10 == 0)
  }

  fileprivate static func range(of section: CatalogSection) -> Range<Int> {
    let image = CatalogImage(copying: image)
    let bytes = image.section(section)
    guard let start = bytes.baseAddress, let base = image.bytes.baseAddress else { return 0..<0 }
    let offset = start - base
    return offset..<(offset + bytes.count)
  }
}

/// How much memory the process has.
private func residentKilobytes() -> Int {
  let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return 0 }
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: 128)
  let count = read(file, &bytes, bytes.count)
  let words = bytes[..<max(0, count)].split(separator: UInt8(ascii: " "))
  return words.count > 1 ? (Int(String(decoding: words[1], as: UTF8.self)) ?? 0) * 4 : 0
}
