import Glibc
import ListModel
import ListPublishing
import ReaderFiles

/// A note, in the cache directory, of what a folder was last published from.
///
/// Where catalog, options and version are as they were, the files need not be made again to know that
/// nothing is new. The note may be deleted at any time, and is trusted only together with the
/// fingerprints of the files themselves.
struct PublishedInputs {
  /// The note's file; nil where there is no place for it.
  private let path: String?
  private let fingerprint: String

  init(of folder: String, _ catalog: Catalog, options: PublicationOptions, filter: String) {
    var words = InputHash()
    words.combine(catalog.image.bytes)
    let texts = [
      options.title, options.address ?? "\u{1}", options.format.rawValue, "\(options.hasFeeds)",
      "\(options.feedLimit)", "\(options.today)", options.version, filter,
    ]
    for text in texts + options.lists.map({ "\($0.number)" }) {
      Array((text + "\u{0}").utf8).withUnsafeBytes { words.combine($0) }
    }
    fingerprint = String(words.value, radix: 16)
    var name = InputHash()
    let place = realpath(folder, nil)
    defer { free(place) }
    guard let place, let cache = try? directories().cache else {
      path = nil
      return
    }
    name.combine(UnsafeRawBufferPointer(start: place, count: strlen(place)))
    path = cache + "/published/" + String(name.value, radix: 16)
  }

  /// Whether the folder was last published from the same.
  var areKnown: Bool {
    guard let path, let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    var text = [UInt8](repeating: 0, count: 64)
    let count = fread(&text, 1, text.count, file)
    return text[..<count].elementsEqual(fingerprint.utf8)
  }

  /// Notes that it was; a note that cannot be written costs only time.
  func remember() {
    guard let path else { return }
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
    mkdir(folder, 0o700)
    guard let file = fopen(path + ".new", "w") else { return }
    fputs(fingerprint, file)
    if fclose(file) == 0 { rename(path + ".new", path) }
  }
}

/// A hash of 64 bits that takes eight bytes a step; it guards against nobody.
private struct InputHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while index + 8 <= bytes.count {
      step(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    for byte in bytes[index...] { step(UInt64(byte)) }
  }

  private mutating func step(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }
}
