import Glibc

/// Finds the executables that were built together with the tests.
public enum BuiltProduct {
  /// The path of an executable of this package, by its target's name.
  public static func path(_ name: String) -> String {
    var bytes = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &bytes, bytes.count)
    let own = String(
      decoding: bytes.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = own.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(own[..<$0]) } ?? "."
    return folder + "/" + name
  }
}
