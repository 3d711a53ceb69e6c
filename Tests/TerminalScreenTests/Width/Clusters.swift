import Glibc
import TestSupport

@testable import TerminalScreen

/// The different non-ASCII characters in all files below a folder, each with its joined neighbours:
/// marks, selectors, skin tones, joiners and their operands, second halves of flags.
struct Clusters {
  /// The clusters, sorted by their scalars.
  let texts: [String]

  init(below folder: String) {
    var found: Set<[UInt32]> = []
    var open = [folder]
    while let path = open.popLast() {
      if let names = folderNames(path) {
        open += names.map { path + "/" + $0 }
      } else if path.utf8.suffix(3).elementsEqual(".md".utf8) {
        Self.collect(contents(path) ?? [], into: &found)
      }
    }
    texts = found.sorted { $0.lexicographicallyPrecedes($1) }.map { scalars in
      String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
    }
  }

  private static func collect(_ bytes: [UInt8], into found: inout Set<[UInt32]>) {
    for run in bytes.split(whereSeparator: { $0 < 0x80 }) {
      // The character before counts too: an accent or the frame of a key may be on it.
      let start = max(0, run.startIndex - 1)
      let text = String(decoding: bytes[start..<run.endIndex], as: UTF8.self)
      var cluster: [UInt32] = []
      for scalar in text.unicodeScalars {
        if !joins(scalar, cluster) {
          if (cluster.max() ?? 0) >= 0x80 { found.insert(cluster) }
          cluster = []
        }
        if cluster.count < 12 { cluster.append(scalar.value) }
      }
      if (cluster.max() ?? 0) >= 0x80 { found.insert(cluster) }
    }
  }

  private static func joins(_ scalar: Unicode.Scalar, _ cluster: [UInt32]) -> Bool {
    guard let last = cluster.last else { return false }
    if last == 0x200D || last == 0x200C { return true }
    switch scalar.value {
    case 0x200C...0x200D, 0xFE00...0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF: return true
    case 0x1F1E6...0x1F1FF: return cluster.count == 1 && (0x1F1E6...0x1F1FF).contains(last)
    default: return WidthTable.columns(of: scalar.value) == 0
    }
  }
}

/// The names in a folder, without hidden ones; nil if it is not a folder.
private func folderNames(_ path: String) -> [String]? {
  guard let directory = opendir(path) else { return nil }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names
}
