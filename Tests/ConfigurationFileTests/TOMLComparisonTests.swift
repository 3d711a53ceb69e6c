import ConfigurationFile
import Foundation
import TestSupport
import Testing

/// Compares the TOML reader with Python's, on random texts.
struct TOMLComparisonTests {
  /// Reads NUL-terminated texts, and prints a line for each: its contents as JSON, or `refused`.
  private static let script = """
    import datetime, json, sys, tomllib
    def plain(value):
        if isinstance(value, bool): return value
        if isinstance(value, dict): return {k: plain(v) for k, v in value.items()}
        if isinstance(value, list): return [plain(v) for v in value]
        if isinstance(value, (float, datetime.date, datetime.time)): return "other"
        return value
    for text in open(sys.argv[1], "rb").read().split(b"\\0")[:-1]:
        try: print(json.dumps(plain(tomllib.loads(text.decode())), sort_keys=True))
        except ValueError: print("refused")
    """

  private func json(_ table: TOMLTable) -> [String: Any] {
    Dictionary(
      uniqueKeysWithValues: table.keys.compactMap { key in table[key].map { (key, json($0)) } })
  }

  private func json(_ value: TOMLValue) -> Any {
    switch value.content {
    case .flag(let flag): flag
    case .integer(let number): number
    case .text(let text): text
    case .other: "other"
    case .array(let values): values.map { json($0) }
    case .table(let table): json(table)
    }
  }

  private func line(_ text: String) throws -> String {
    let document = TOMLDocument(text)
    guard document.fault == nil else { return "refused" }
    let bytes = try JSONSerialization.data(
      withJSONObject: json(document.root), options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same JSON, however it is spaced and escaped.
  private func normal(_ line: String) throws -> String {
    guard line != "refused" else { return line }
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
    let bytes = try JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func textsAreReadAsPythonReadsThem() throws {
    var random = SeededGenerator(seed: 2026)
    let texts = (0..<rounds(8_000, soak: 200_000)).map { _ in text(&random) }
    let folder = try TemporaryFolder()
    try put(texts.flatMap { Array($0.utf8) + [0] }, into: folder("texts"))
    try put(Array(Self.script.utf8), into: folder("script.py"))
    let python = try #require(systemProgram("python3"), "python3 is in Tests/Tools/setup")
    let process = try ChildProcess(python, [folder("script.py"), folder("texts")])
    try #require(process.wait() == 0, "\(process.errors)")
    let expected = process.output.split(separator: "\n").map(String.init)
    try #require(expected.count == texts.count)
    var read = 0
    for (text, expected) in zip(texts, expected) {
      let (found, expected) = try (normal(line(text)), normal(expected))
      #expect(found == expected, "\(text.debugDescription)")
      if found != "refused" { read += 1 }
    }
    // Chance that makes only texts which are refused would show nothing.
    #expect(
      read > texts.count / 5 && read < texts.count * 19 / 20, "\(read) of \(texts.count) are TOML")
  }

  private func text(_ random: inout SeededGenerator) -> String {
    let count = Int.random(in: 1...5, using: &random)
    var text = (0..<count).map { _ in statement(&random) }.joined()
    // One letter in ten texts is spoilt.
    if Int.random(in: 0..<4, using: &random) == 0, !text.isEmpty {
      let place = text.unicodeScalars.indices.randomElement(using: &random) ?? text.startIndex
      text.unicodeScalars.remove(at: place)
    }
    return text
  }

  private func statement(_ random: inout SeededGenerator) -> String {
    let end = ["\n", "\r\n", " # note\n", "\n\n"].randomElement(using: &random) ?? "\n"
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "[\(path(&random))]" + end
    case 1: return "[[\(path(&random))]]" + end
    default: return "\(path(&random)) = \(value(2, &random))" + end
    }
  }

  private func path(_ random: inout SeededGenerator) -> String {
    let keys = ["a", "b", "c", "\"d e\"", "'f'", "1-2", "\"\"", "\"\\u00e9\""]
    let count = [1, 1, 1, 2, 3].randomElement(using: &random) ?? 1
    return (0..<count).map { _ in keys.randomElement(using: &random) ?? "a" }
      .joined(separator: [".", " . "].randomElement(using: &random) ?? ".")
  }

  private func value(_ depth: Int, _ random: inout SeededGenerator) -> String {
    let plain = [
      "true", "false", "0", "-17", "+9", "1_000", "1__0", "0x1F", "0o17", "0b101", "007", "1.5",
      "1e3",
      "-0.0", "inf", "-nan", "1.", ".5", "1_.5", "2026-11-30", "07:32:00", "2026-11-30T07:32:00Z",
      "2026-11-30 07:32:00.5+01:00", "\"\"", "''", "\"a\\tb\\\\\"", "\"\\x\"", "'C:\\d'",
      "\"é\\U0001F600\"",
      "\"\"\"\na\nb\"\"\"", "\"\"\"a\\\n   b\"\"\"", "'''a'b''c'''", "\"\"\"q\"\"\"\"\"", "word",
      "",
      "\"open", "'''open",
    ]
    guard depth > 0, Int.random(in: 0..<3, using: &random) == 0 else {
      return plain.randomElement(using: &random) ?? "1"
    }
    let count = Int.random(in: 0...3, using: &random)
    if Bool.random(using: &random) {
      let items = (0..<count).map { _ in value(depth - 1, &random) }
      return "["
        + items.joined(separator: [", ", ",\n  ", " ,"].randomElement(using: &random) ?? ",")
        + (["", ",", "\n"].randomElement(using: &random) ?? "") + "]"
    }
    let items = (0..<count).map { _ in "\(path(&random)) = \(value(depth - 1, &random))" }
    return "{ " + items.joined(separator: ", ") + " }"
  }
}
