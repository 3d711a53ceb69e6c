import CNcurses
import Glibc
import Testing

@testable import TerminalScreen

struct WidthTableTests {
  private static let isSameLibrary = systemLibrary == "glibc 2.36"

  /// A later library has other widths for a few characters; the table is that of one version.
  @Test(.enabled(if: isSameLibrary, "the table is that of glibc 2.36"))
  func theTableIsTheLibrarys() throws {
    let different = withUTF8Locale {
      (UInt32(0)..<0x110000).filter { value in
        let columns = Unicode.Scalar(value) == nil ? -1 : Int(wcwidth(wchar_t(value)))
        return WidthTable.columns(of: value) != columns
      }
    }
    #expect(try #require(different) == [])
  }

  private static var systemLibrary: String {
    var version = [UInt8](repeating: 0, count: 64)
    let length = version.withUnsafeMutableBytes {
      confstr(Int32(_CS_GNU_LIBC_VERSION), $0.baseAddress, $0.count)
    }
    return String(decoding: version.prefix(max(0, length - 1)), as: UTF8.self)
  }
}
