import Foundation
import ListMarkdown
import TestSupport

/// The published pages below AWL_DATA.
enum PublishedPages {
  /// The paths of all pages of lists: by day, by week and overviews, below `content`.
  static func paths() -> [String] {
    let folder = RealData.path("track/content")
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return found.filter { path in
      path.hasSuffix("/README.md") && !path.hasPrefix("20") && !path.hasPrefix("week/")
    }.sorted()
  }

  static func bytes(_ path: String) -> [UInt8] {
    [UInt8](FileManager.default.contents(atPath: RealData.path(path)) ?? Data())
  }

  static func page(_ path: String) throws -> ParsedPage {
    try PageReader.read(bytes(path), path: path)
  }
}
