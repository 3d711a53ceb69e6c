import Foundation
import ListLibrary
import ListModel

/// Prints what each section of a library's image takes: `benchmark-library --image FILE [FOLDER]`.
///
/// With the folder of its pages also how large the image is beside these.
func printImageTable(_ path: String, pages folder: String?) throws {
  let image = CatalogImage(copying: try [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
  let whole = Double(image.bytes.count)
  for section in CatalogSection.allCases {
    let bytes = Double(image.section(section).count)
    // Less than a hundredth of a per cent is not worth saving.
    guard bytes > whole * 1e-4 else { continue }
    let name = "\(section)".padding(toLength: 20, withPad: " ", startingAt: 0)
    print(String(format: "%@ %9.2f MB %5.1f %%", name, bytes / 1e6, bytes / whole * 100))
  }
  let catalog = Catalog(image)
  print(
    String(
      format: "%d entries of %d lists: %.1f MB, %.0f bytes an entry", catalog.count,
      catalog.listCount, whole / 1e6, whole / Double(max(1, catalog.count))))
  guard let folder else { return }
  let pages = try PageFolder.pages(at: folder).reduce(0) { try $0 + PageBytes.read($1).count }
  print(
    String(
      format: "%.1f MB of pages: the image is %.2f times as large", Double(pages) / 1e6,
      whole / Double(max(1, pages))))
}
