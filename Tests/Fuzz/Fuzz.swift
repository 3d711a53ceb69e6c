// Feeds what libFuzzer makes up to the part of awl that FUZZ_TARGET names, and stops where a
// property does not hold. Built only where FUZZ is set; .ci/fuzz builds and runs it.
import Glibc

/// The functions that read what strangers write.
enum FuzzTarget: String {
  case page, blocks, text, link, bookmarks, keys

  /// Checks the properties of one input; ends the process where one does not hold.
  func check(_ bytes: [UInt8]) {
    switch self {
    case .page: checkPage(bytes)
    case .blocks: checkBlocks(bytes)
    case .text: checkText(bytes)
    case .link: checkLink(bytes)
    case .bookmarks: checkBookmarks(bytes)
    case .keys: checkKeys(bytes)
    }
  }

  /// The one that the environment names.
  static let chosen = getenv("FUZZ_TARGET").flatMap { FuzzTarget(rawValue: String(cString: $0)) }
}

/// Ends the process unless a property holds, so that libFuzzer stores the input.
func require(_ holds: Bool, _ property: StaticString) {
  guard !holds else { return }
  let line = Array("property: \(property)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
  abort()
}

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What libFuzzer looks for, too, when it starts.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.chosen?.check(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// SwiftPM's name for main in an executable of this name.
@_cdecl("Fuzz_main")
public func main(
  _ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  guard FuzzTarget.chosen != nil else {
    print("FUZZ_TARGET is none of page, blocks, text, link, bookmarks, keys")
    return 2
  }
  var count = count
  var words = words
  return runDriver(&count, &words) { testOneInput($0, $1) }
}
