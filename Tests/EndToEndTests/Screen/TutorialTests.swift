import TestSupport
import Testing

/// The exercises of `:tutorial`, done on the real screen as they say.
struct TutorialTests {
  @Test func theFirstStartNamesItAndItsExercisesCanBeDone() throws {
    let home = try AwlHome()
    let session = try home.screen(columns: 80, rows: 24)
    #expect(session.screen.contains { $0.contains(":tutorial shows how to use awl") })
    session.type(":tutorial")
    session.press("Enter")
    try #require(session.wait(forText: "Tutorial"))
    #expect(session.wait(forText: "1. Go down"))
    #expect(session.wait(forText: "12/12"))
    session.press("j")
    #expect(session.wait(forText: " 2/12 "))
    session.type("/book")
    session.press("Enter")
    #expect(session.wait(forText: "7. Bookmark"))
    session.press("Escape")
    #expect(session.wait(forText: " 2/12 "))
    session.press("h", "f")
    session.type("bookm")
    session.press("Enter")
    #expect(session.wait(forText: " 1/3 "))
    session.press("l", "b")
    #expect(session.wait(forText: "saved:"))
    #expect(home.bookmarkLines.count == 2)
    session.press("u")
    #expect(session.wait(forText: "undone"))
    session.press("q")
    #expect(session.wait(forText: "84/84"))
    session.press("Q")
    #expect(session.wait(forText: "status 0"))
  }
}
