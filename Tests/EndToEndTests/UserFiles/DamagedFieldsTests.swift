import Glibc
import TestSupport
import Testing

/// Every field of the JSON Lines files gets odd values, one after another: the program starts,
/// shows the valid data and responds to keys.
struct DamagedFieldsTests {
  private static let values = [
    "0", "-1", "1", "-9223372036854775808", "9223372036854775807", "2147483647", "-2147483648",
    "-62135596800001", "253402300800000", "null", "\"\"", "\"0000-00-00\"", "[]", "true", "1e400",
  ]

  /// The line with each field's value replaced by each odd one.
  private static func damaged(_ fields: [(name: String, value: String)]) -> [String] {
    fields.indices.flatMap { place in
      values.enumerated().map { number, value in
        var line = fields
        line[place].value = value
        if place > 0 { line[0].value = line[0].value.replacing("#", with: "\(place)x\(number)") }
        return "{" + line.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
      }
    }
  }

  @Test func bookmarksWithOddFieldsAreShown() throws {
    let home = try AwlHome()
    let lines = Self.damaged([
      ("url", "\"https://example.org/#\""), ("id", "\"#\""), ("title", "\"Title\""),
      ("list", "\"o/n\""), ("category", "[\"A\"]"), ("description", "\"D\""),
      ("day", "\"2022-01-02\""), ("stars", "5"), ("kept", "true"), ("later", "false"),
      ("read", "1600000000000"), ("tags", "[\"t\"]"), ("note", "\"n\""),
      ("added", "1600000000000"), ("changed", "1600000000000"),
    ])
    let header = "{\"format\":\"awl-bookmarks\",\"version\":1}"
    _ = try home.output("mkdir -p $HOME/.local/share/awl")
    _ = try home.file(
      ".local/share/awl/bookmarks.jsonl",
      ([header] + lines).joined(separator: "\n") + "\n")
    let listed = try home.output("$awl bookmarks list --format json | wc -l")
    #expect(listed.contains("status 0"))
    try pressThroughDates(home)
  }

  @Test func followsAndStatesOfSourcesWithOddFieldsAreShown() throws {
    let home = try AwlHome()
    let follows = Self.damaged([
      ("source", "\"o/#\""), ("added", "1600000000000"), ("files", "[\"README.md\"]"),
    ])
    _ = try home.output("mkdir -p $HOME/.local/share/awl $HOME/.cache/awl")
    _ = try home.file(
      ".local/share/awl/follows.jsonl",
      (["{\"format\":\"awl-follows\",\"version\":1}"] + follows).joined(separator: "\n") + "\n")
    let states = Self.damaged([
      ("source", "\"o/#\""), ("kind", "\"page\""), ("checked", "1600000000000"),
      ("failure", "\"away\""), ("lists", "5"), ("failedLists", "5"),
    ])
    _ = try home.file(".cache/awl/sources.jsonl", states.joined(separator: "\n") + "\n")
    #expect(try home.output("$awl lists").contains("status"))
    try pressThroughDates(home)
  }

  @Test func oddSeenNumbersAreShown() throws {
    let home = try AwlHome()
    let names = ["@1", "0f3a9c1b4d5e", ""]
    let lines = Self.values.flatMap { value in
      names.flatMap { name in
        [
          "\"upto\":{\"\(name)\":[\(value),5]}", "\"upto\":{\"\(name)\":[5,\(value)]}",
          "\"marks\":{\"aimstack.io\":[\(value),0]}", "\"marks\":{\"aimstack.io\":[0,\(value)]}",
          "\"upto\":\(value)", "\"marks\":\(value)",
        ].map { "{\"list\":\"SE-ML/awesome-seml\",\($0)}" }
      }
    }
    _ = try home.output("mkdir -p $HOME/.local/share/awl")
    _ = try home.file(
      ".local/share/awl/seen.jsonl",
      (["{\"format\":\"awl-seen\",\"version\":1}"] + lines).joined(separator: "\n") + "\n")
    #expect(try home.output("$awl entries --filter is:new").contains("status"))
    let terminal = try home.terminal()
    #expect(terminal.wait(forText: "awl"))
    terminal.send("nUUAgngcgh/is:new\u{3}Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  private func pressThroughDates(_ home: AwlHome) throws {
    let terminal = try home.terminal()
    #expect(terminal.wait(forText: "awl"))
    terminal.send("gbwwwwgl,d,n,s/a\u{3}Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}
