import ListModel
import ListSearch
import Testing

struct NamedDayTests {
  private let today = Day(year: 2026, month: 11, day: 26)

  @Test(arguments: [
    ("2026-11-01", "2026-11-01"), ("2026-10", "2026-10-01"), ("2026", "2026-01-01"),
    ("2026-w01", "2025-12-29"), ("2026-W01", "2025-12-29"), ("today", "2026-11-26"),
    ("yesterday", "2026-11-25"), ("3d", "2026-11-23"), ("2w", "2026-11-12"), ("1m", "2026-10-26"),
    ("1y", "2025-11-26"),
  ])
  func aDayIsReportedAsInAFilter(text: String, day: String) throws {
    #expect(namedDay(text, today: try #require(today))?.description == day)
  }

  @Test(arguments: ["", "soon", "2026-13-01", "<2w", ">=2026", "2026..2027", "..", "w"])
  func anInvalidDayIsNil(text: String) throws {
    #expect(namedDay(text, today: try #require(today)) == nil)
  }
}
