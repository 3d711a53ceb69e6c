// Prints Sources/TerminalScreen/Width/WidthTable+Runs.swift from the C library's own table:
//
//     swift run width-table > Sources/TerminalScreen/Width/WidthTable+Runs.swift
import CNcurses
import Glibc

guard setlocale(LC_CTYPE, "C.UTF-8") != nil else {
  fatalError("there is no locale C.UTF-8")
}

/// The table's code of a scalar: its columns, or 3 where it must not be shown.
func code(of value: UInt32) -> UInt32 {
  let columns = Unicode.Scalar(value) == nil ? -1 : wcwidth(wchar_t(value))
  return columns < 0 ? 3 : UInt32(columns)
}

var runs: [UInt32] = []
for value in UInt32(0)..<0x110000 where value == 0 || code(of: value) != code(of: value - 1) {
  runs.append(value << 2 | code(of: value))
}

var version = [UInt8](repeating: 0, count: 64)
let length = version.withUnsafeMutableBytes {
  confstr(Int32(_CS_GNU_LIBC_VERSION), $0.baseAddress, $0.count)
}
let library = String(decoding: version.prefix(max(0, length - 1)), as: UTF8.self)
print("// Printed by Tests/Tools/width-table; \(library).")
print("extension WidthTable {")
print("  /// Where each run begins, shifted left by two, and its columns; 3 means none.")
print("  static let runs: [UInt32] = [")
for start in stride(from: 0, to: runs.count, by: 10) {
  let row = runs[start..<min(start + 10, runs.count)]
  print("    " + row.map { String($0) + "," }.joined(separator: " "))
}
print("  ]")
print("}")
