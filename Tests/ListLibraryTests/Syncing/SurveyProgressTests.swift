import ListModel
import Synchronization
import Testing

@testable import ListLibrary

struct SurveyProgressTests {
  private final class Reports: Sendable {
    let all = Mutex<[String]>([])
    func add(_ progress: SyncProgress) {
      all.withLock { $0.append("\(progress) \(progress.subject)") }
    }
  }

  @Test func theSourceThatHasTakenLongestIsNamed() {
    let reports = Reports()
    let progress = SurveyProgress(total: 3) { reports.add($0) }
    progress.begin("a/a")
    progress.begin("b/b")
    progress.show(SyncProgress(done: 40, total: 100, subject: "b/b: receiving"), of: "b/b")
    progress.show(SyncProgress(done: 7, total: 100, subject: "a/a: receiving"), of: "a/a")
    progress.end("a/a")
    progress.begin("c/c")
    progress.end("b/b")
    progress.end("c/c")
    #expect(
      reports.all.withLock { $0 } == [
        "0/3 a/a", "0/3 a/a", "0/3 a/a", "0/3 a/a: receiving 7 %", "1/3 b/b: receiving 40 %",
        "1/3 b/b: receiving 40 %", "2/3 c/c", "3/3 ",
      ])
  }

  @Test func aSingleSourceReportsItsProgress() {
    let reports = Reports()
    let progress = SurveyProgress(total: 1) { reports.add($0) }
    progress.begin("a/a")
    progress.show(SyncProgress(done: 40, total: 100, subject: "a/a: receiving"), of: "a/a")
    progress.end("a/a")
    #expect(reports.all.withLock { $0 } == ["40/100 a/a: receiving"])
  }
}
