import ListModel
import Testing

struct StarsTests {
  @Test(arguments: [
    ("418", 418), ("1.5k", 1_500), ("20k", 20_000), ("1K", 1_000), ("0", 0), ("1.2m", 1_200_000),
    ("1.25k", 1_250),
  ])
  func readsACount(text: String, count: Int) {
    #expect(Stars(parsing: text) == Stars(count))
  }

  @Test(arguments: ["", "k", "1.5", "1..5k", "1.k", "x", "1kk", "-3", "12345678901"])
  func refusesAnInvalidCount(text: String) {
    #expect(Stars(parsing: text) == nil)
  }

  @Test(arguments: [
    (418, "418"), (1_500, "1.5k"), (20_000, "20k"), (1_000, "1k"), (2_300_000, "2.3m"),
  ])
  func printsBriefly(count: Int, text: String) {
    #expect(Stars(count).description == text)
  }
}
