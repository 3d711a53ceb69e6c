import ListMarkdown
import ListModel

/// A part of a README from one edge to the next, with its parsed entries.
struct ReadmePart {
  /// Its range in the text.
  var edges: BlockEdges.Part
  /// The entries that begin in the part.
  var entries: [Entry] = []
  /// The record of each entry.
  var records: [Int32] = []
  /// The parser positions at the start and end of the part, as indices into `ReadmePlaces`.
  var place: Int32 = -1
  var placeAfter: Int32 = -1
  /// The links that the part defines, as text; empty in most READMEs.
  var definitions: [UInt8] = []
  /// The definitions that the part refers to; empty likewise.
  var references: [UInt8] = []
}

/// The places of a README's parts, interned.
struct ReadmePlaces {
  private(set) var all: [ReadmePlace]
  private var numbers: [CategoryPath: [Int32]] = [:]

  /// The top of a README.
  static let top: Int32 = 0

  init(form: ReadmeForm, page: PageAddress?, isPart: Bool) {
    all = [ReadmePlace(form: form, page: page, isPart: isPart)]
    numbers[all[0].path.category] = [ReadmePlaces.top]
  }

  subscript(number: Int32) -> ReadmePlace { all[Int(number)] }

  /// Returns the number of a place.
  mutating func number(of place: ReadmePlace) -> Int32 {
    let known = numbers[place.path.category] ?? []
    if let number = known.first(where: { all[Int($0)] == place }) { return number }
    let number = Int32(all.count)
    all.append(place)
    numbers[place.path.category] = known + [number]
    return number
  }
}
