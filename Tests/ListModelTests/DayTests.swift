import ListModel
import Testing

struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2022-02-11", 19_034), ("1969-12-31", -1),
    ("1600-03-01", -135_080),
  ])
  func readsAndPrintsADate(text: String, number: Int) throws {
    let day = try #require(Day(iso: text))
    #expect(day.number == number)
    #expect(day.description == text)
    var bytes: [UInt8] = []
    day.append(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    "2021-02-29", "2022-13-01", "2022-00-10", "22-01-01", "2022-1-01", "2022/01/01", "",
  ])
  func refusesAnInvalidDate(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func everyDayOfFourCenturiesPrintsAndReadsBack() {
    for number in -150_000...60_000 {
      let day = Day(clamping: number)
      #expect(Day(iso: day.description) == day)
    }
  }

  @Test func aTimestampHasItsUTCDay() {
    #expect(Day(unixSeconds: 86_399) == Day(clamping: 0))
    #expect(Day(unixSeconds: 86_400) == Day(clamping: 1))
    #expect(Day(unixSeconds: -1) == Day(clamping: -1))
    #expect(Day(unixSeconds: -86_400) == Day(clamping: -1))
    #expect(Day(unixSeconds: -86_401) == Day(clamping: -2))
  }

  @Test func theCalendarHasAFirstAndALastDay() {
    #expect(Day.earliest.description == "0001-01-01")
    #expect(Day.latest.description == "9999-12-31")
    #expect(Day(number: Day.earliest.number - 1) == nil)
    #expect(Day(number: Day.latest.number + 1) == nil)
    #expect(Day.earliest.advanced(by: .min) == .earliest)
    #expect(Day.latest.advanced(by: .max) == .latest)
  }

  @Test(arguments: [
    Int.min, -62_135_596_800_001, 253_402_300_800_000, .max,
  ])
  func aTimestampOutsideTheCalendarHasNoDay(milliseconds: Int) {
    #expect(Timestamp(milliseconds: milliseconds).day == nil)
  }

  @Test func theFirstAndTheLastMomentHaveADay() {
    #expect(Timestamp(milliseconds: -62_135_596_800_000).day == .earliest)
    #expect(Timestamp(milliseconds: 253_402_300_799_999).day == .latest)
  }

  @Test func weekdaysFollowISO8601() throws {
    #expect(try #require(Day(iso: "2022-02-11")).weekday == .friday)
    #expect(try #require(Day(iso: "1969-12-28")).weekday == .sunday)
  }
}

struct ISOWeekTests {
  @Test(arguments: [
    ("2022-02-11", "2022-W06"), ("2021-01-03", "2020-W53"), ("2024-12-30", "2025-W01"),
    ("2026-01-01", "2026-W01"),
  ])
  func aDayIsInItsWeek(day: String, week: String) throws {
    let day = try #require(Day(iso: day))
    #expect(ISOWeek(of: day).description == week)
    #expect(ISOWeek(of: day).days.contains(day))
  }

  @Test func theOutermostWeeksStayInsideTheCalendar() {
    #expect(ISOWeek(of: .earliest).days.lowerBound == .earliest)
    #expect(ISOWeek(of: .latest).description == "9999-W52")
    #expect(ISOWeek(of: .latest).days.upperBound == .latest)
    #expect(ISOWeek(year: 9999, week: 52) == ISOWeek(of: .latest))
  }

  @Test func aWeekRunsFromMondayToSunday() throws {
    let days = try #require(ISOWeek(year: 2022, week: 6)).days
    #expect(days.lowerBound.description == "2022-02-07")
    #expect(days.upperBound.description == "2022-02-13")
  }

  @Test func aYearHasNoMoreWeeksThanItHas() {
    #expect(ISOWeek(year: 2021, week: 53) == nil)
    #expect(ISOWeek(year: 2020, week: 53) != nil)
    #expect(ISOWeek(year: 2020, week: 0) == nil)
  }
}
