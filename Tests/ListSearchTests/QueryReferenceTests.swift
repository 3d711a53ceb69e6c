import ListModel
import ListSearch
import Testing

struct QueryReferenceTests {
  @Test func everyExampleIsUnderstood() {
    for (query, meaning) in QueryReference.examples {
      #expect(Query.parse(query, today: Day(clamping: 20_000)).error == nil, "\(query)")
      #expect(!meaning.isEmpty)
    }
  }
}
