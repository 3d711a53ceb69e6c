import Glibc
import ListModel
import TestSupport
import Testing

@testable import ListLibrary

/// Sections of any size are read back as they were written, however the file's pages are laid out.
struct GrowingImageTests {
  private static let hugePage = 2 << 20
  private static let tableEnd = 16 + 24 * CatalogSection.allCases.count

  @Test func sectionsAreReadBackAroundTheLimitsOfHugePages() throws {
    let size = Self.hugePage
    let folder = try TemporaryFolder()
    for counts in [
      [10, size - 3_000, 4_000, 0, size * 2 + 5, 1],
      [size, size - 8, 16, size * 3],
      [size - Self.tableEnd, 1],
      [3 * size + 7, 1, 5 * size - 9, 8],
    ] {
      let path = folder("\(counts.count).image")
      let sections = zip(CatalogSection.allCases, counts.map(content)).map { ($0, $1) }
      try write(sections, to: path)
      let bytes = try #require(contents(path))
      let image = CatalogImage(copying: bytes)
      for (section, expected) in sections {
        let found = image.section(section)
        // A loop over this many bytes takes seconds in a debug build.
        let difference = found.baseAddress.map { memcmp($0, expected, expected.count) }
        #expect(found.count == expected.count && difference == 0, "\(counts): \(section)")
      }
      #expect(bytes.count == counts.reduce(Self.tableEnd) { ($0 + 7) / 8 * 8 + $1 })
    }
  }

  private func content(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: count | 1), count: count)
    for place in [0, count / 2, count - 1] where bytes.indices.contains(place) { bytes[place] = 0 }
    return bytes
  }

  private func write(_ sections: [(CatalogSection, [UInt8])], to path: String) throws {
    try ReplacementFile.replace(path) { file throws(LibraryError) in
      var image = GrowingImage(file: file)
      var first: [SectionContent] = [(sections[0].0, [.bytes(sections[0].1)])]
      try image.write(&first)
      for (section, bytes) in sections.dropFirst() {
        try image.append((section, [.bytes(bytes)]))
      }
      try image.finish()
    }
  }
}
