import JSONLines
import Testing

struct JSONWriterTests {
  @Test func membersKeepTheirOrder() {
    var json = JSONWriter()
    json.beginObject()
    json.member("title", "awl")
    json.member("url", String?.none)
    json.member("stars", 12)
    json.member("kept", true)
    json.member("tags", ["a", "b"])
    json.name("links")
    json.beginArray()
    json.beginObject()
    json.endObject()
    json.beginObject()
    json.member("title", "")
    json.endObject()
    json.endArray()
    json.verbatim(#""x" : [1]"#.utf8)
    json.endObject()
    json.endLine()
    #expect(
      text(json)
        == #"{"title":"awl","url":null,"stars":12,"kept":true,"tags":["a","b"],"links":[{},{"title":""}],"x" : [1]}"#
        + "\n")
  }

  @Test(arguments: [
    ("plain é 漢 🎓", "plain é 漢 🎓"),
    ("\" \\ /", #"\" \\ /"#),
    ("a\nb\rc\td", #"a\nb\rc\td"#),
    ("\u{0}\u{1B}[31m\u{7F}", #"\u0000\u001b[31m\u007f"#),
    ("\u{9B}2J\u{85}", #"\u009b2J\u0085"#),
    ("safe\u{202E}txt.exe\u{2066}\u{200F}\u{61C}", #"safe\u202etxt.exe\u2066\u200f\u061c"#),
    ("good\u{200B}.com\u{FEFF}\u{AD}\u{3164}", #"good\u200b.com\ufeff\u00ad\u3164"#),
    ("\u{2028}\u{2029}", #"\u2028\u2029"#),
    ("\u{E0041}", #"\udb40\udc41"#),
  ])
  func activeOrHiddenCharactersAreEscaped(raw: String, escaped: String) {
    var json = JSONWriter()
    json.value(raw)
    #expect(text(json) == "\"" + escaped + "\"")
  }

  private func text(_ json: JSONWriter) -> String { String(decoding: json.bytes, as: UTF8.self) }
}
