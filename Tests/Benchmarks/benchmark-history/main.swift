import GitProcess
import Glibc
import ListHistory
import ListModel

// Times the dating of all entries of a list against what git takes to print its history:
//
//     benchmark-history REPOSITORY [ROUNDS]
//
// REPOSITORY is a clone, bare or not, or a bundle. In each round: `git log -p -U0 -m
// --first-parent --reverse` of the README, drained through a pipe; all versions through
// `git cat-file --batch` alone; the tracker over the same history; and a sync of the last ten
// commits. Medians are printed. A clone of REPOSITORY is made and left in /tmp.

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
  print("usage: benchmark-history REPOSITORY [ROUNDS]")
  exit(2)
}
let benchmark = try HistoryBenchmark(arguments[1])
let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
var git: [Double] = []
var contents: [Double] = []
var tracker: [HistoryTimes] = []
var syncs: [Double] = []
for _ in 0..<rounds {
  git.append(try benchmark.timeLog())
  contents.append(try benchmark.timeContents())
  tracker.append(try benchmark.timeTracker())
  syncs.append(try benchmark.timeSync())
}
let last = tracker[tracker.count - 1]
let whole = median(tracker.map(\.whole))
print("\(benchmark.path): \(last.commits) versions, \(last.bytes / 1_000_000) MB,", terminator: " ")
print("\(last.entries) entries, \(last.removed) removed, \(last.changes) changes")
print("git log -p -U0: \(shown(median(git)))")
print("git cat-file of all versions: \(shown(median(contents)))")
print("all entries dated: \(shown(whole)), ratio \(shownRatio(whole / median(git)))")
print("of it the tracker's own time: \(shown(median(tracker.map(\.own))))")

print("a sync of ten commits, without the fetch: \(shown(median(syncs)))")
print("peak memory: \(peakMegabytes()) MB")
