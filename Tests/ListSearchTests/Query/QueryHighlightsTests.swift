import ListModel
import ListSearch
import Testing

struct QueryHighlightsTests {
  /// The text with the highlights in brackets.
  private func marked(_ text: String, _ ranges: [Range<Int>]) -> String {
    let bytes = Array(text.utf8)
    var marked: [UInt8] = []
    var end = 0
    for range in ranges {
      marked += bytes[end..<range.lowerBound] + [UInt8(ascii: "[")]
      marked += bytes[range] + [UInt8(ascii: "]")]
      end = range.upperBound
    }
    return String(decoding: marked + bytes[end...], as: UTF8.self)
  }

  private func query(_ text: String) -> Query { Query.parse(text, today: Day(clamping: 0)) }

  @Test(arguments: [
    ("kafka", "Apache Kafka and kafka-go", "Apache [Kafka] and [kafka]-go"),
    ("caf", "Un Cafe\u{301} noir", "Un [Caf]e\u{301} noir"),
    ("cafe", "Un Cafe\u{301} noir", "Un [Cafe\u{301}] noir"),
    ("strasse", "Die Straße", "Die [Straße]"),
    ("s", "ß", "[ß]"),
    ("width", "ｆｕｌｌ　ｗｉｄｔｈ", "ｆｕｌｌ　[ｗｉｄｔｈ]"),
    ("tfl", "TensorFlow Lite", "[T]ensor[Fl]ow Lite"),
    ("ml", "Awesome Machine Learning", "Awesome [M]achine [L]earning"),
    ("机学", "机器学习", "[机]器[学]习"),
    ("^ap go$", "apache ap go go", "[ap]ache ap go [go]"),
    ("a b", "ab", "[ab]"),
    ("!kafka go", "kafka go", "kafka [go]"),
    ("title:kafka url:go", "kafka go", "[kafka] go"),
    ("Go", "go Go", "go [Go]"),
    ("kuberents", "Kubernetes", "Kubernetes"),
    ("zz", "abc", "abc"),
    ("kafka", "", ""),
  ])
  func inATitle(text: String, title: String, expected: String) {
    #expect(marked(title, query(text).highlights(inTitle: title)) == expected)
  }

  @Test func aMisspelledWordIsHighlightedOnlyForTypoMatches() {
    let ranges = query("kuberents").highlights(inTitle: "The Kubernetes book", typos: true)
    #expect(marked("The Kubernetes book", ranges) == "The [Kubernetes] book")
  }

  @Test func scatteredLettersAreForTitlesOnly() {
    #expect(query("tfl").highlights(inDescription: "TensorFlow Lite").isEmpty)
    #expect(query("^tens").highlights(inDescription: "TensorFlow").isEmpty)
    #expect(query("text:flow").highlights(inDescription: "TensorFlow") == [6..<10])
    #expect(query("host:github.com").highlights(inURL: "https://gist.github.com/x") == [8..<23])
    #expect(query("go").highlights(inCategory: "Libraries / Go") == [12..<14])
  }
}
