import Foundation
import ListMarkdown
import ListModel
import ListSearch

/// The entries of all pages in a folder, as a catalog with its index in the image.
struct Corpus {
  let catalog: Catalog
  let textBytes: Int
  let indexBytes: Int
  /// Milliseconds that making the index took.
  let indexTime: Double

  init(folder: String) {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var builder = CatalogBuilder()
    for name in names.sorted() where name.hasSuffix("README.md") {
      guard let bytes = FileManager.default.contents(atPath: folder + "/" + name),
        let page = try? PageReader.read([UInt8](bytes), path: name), page.kind == .daily
      else { continue }
      builder.append(page.list, entries: page.entries)
    }
    let plain = builder.catalog()
    var image: [UInt8] = []
    indexTime = milliseconds { image = searchableImage(of: plain) }
    catalog = Catalog(CatalogImage(copying: image))
    textBytes =
      [plain.titles, plain.urls, plain.descriptions].reduce(0) {
        $0 + ($1.unfolded?.allBytes.count ?? 0)
      }
    indexBytes = image.count - plain.image.bytes.count
  }

  var summary: String {
    String(
      format: "%d entries of %d lists, %.1f MB of titles, URLs and descriptions", catalog.count,
      catalog.listCount, Double(textBytes) / 1e6)
  }

  /// Writes an entry a line, as other filters read it.
  func write(to path: String, titlesOnly: Bool) {
    var lines: [UInt8] = []
    for index in 0..<catalog.count {
      lines += catalog.titles[index].utf8
      if !titlesOnly {
        lines.append(UInt8(ascii: " "))
        lines += catalog.urls[index].utf8
        lines.append(UInt8(ascii: " "))
        lines += catalog.descriptions[index].utf8
      }
      lines.append(UInt8(ascii: "\n"))
    }
    _ = FileManager.default.createFile(atPath: path, contents: Data(lines))
  }
}

/// How long work takes.
func milliseconds(_ work: () -> Void) -> Double {
  let taken = ContinuousClock().measure(work)
  return Double(taken.components.seconds) * 1e3 + Double(taken.components.attoseconds) * 1e-15
}

/// How long the answer to a key takes.
struct KeyTime {
  /// Milliseconds that passed.
  let wall: Double
  /// Milliseconds that all threads of the program worked: what others do on the machine changes it little.
  let processor: Double

  init(_ work: () -> Void) {
    let before = clock()
    wall = milliseconds(work)
    processor = Double(clock() - before) * 1e3 / Double(CLOCKS_PER_SEC)
  }
}

extension [Double] {
  /// Returns the given quantile.
  func quantile(_ share: Double) -> Double {
    isEmpty ? .nan : sorted()[Swift.min(count - 1, Int(Double(count) * share))]
  }
}
