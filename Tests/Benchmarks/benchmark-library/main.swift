import CCmarkGFM
import Foundation
import ListLibrary
import ListModel
import UserFiles

/// Times the library against bare cmark-gfm on the same pages in the same run.
///
/// It is called `benchmark-library FOLDER [ROUNDS]`. In each round, on one core: all pages through
/// cmark-gfm alone. Then with an empty library: the first sync, a sync with nothing new, and opening
/// the catalog. Medians are printed, with the ratio of the first sync to cmark-gfm by the clock and
/// by the processor's time, which says more where others are at work on the machine.
struct LibraryBenchmark {
  let folder: String
  let pages: [[UInt8]]

  init(folder: String) throws {
    self.folder = folder
    pages = try PageFolder.pages(at: folder).map { try PageBytes.read($0) }
  }

  func timeMarkdown() -> (clock: Double, processor: Double) {
    let start = processorSeconds()
    let clock = seconds {
      for page in pages {
        page.withUnsafeBytes { bytes in
          let text = bytes.bindMemory(to: CChar.self).baseAddress
          cmark_node_free(cmark_parse_document(text, bytes.count, CMARK_OPT_DEFAULT))
        }
      }
    }
    return (clock, processorSeconds() - start)
  }

  func timeLibrary() throws -> LibraryTimes {
    let home = FileManager.default.temporaryDirectory.path + "/awl-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: home) }
    let library = Library(try Directories(environment: ["HOME": home], passwordHome: nil))
    var times = LibraryTimes()
    let start = processorSeconds()
    times.first = try seconds { _ = try library.follow(folder, in: "/") }
    times.firstProcessor = processorSeconds() - start
    times.second = try seconds { _ = try library.sync() }
    times.open = seconds {
      let catalog = library.open().catalog
      times.lists = catalog.listCount
      times.entries = catalog.count
    }
    try timeVisit(of: library.open().catalog, SeenFile(path: home + "/seen.jsonl"), &times)
    return times
  }

  /// Ends a visit that has shown everything, and finds the entries that are new in the next one.
  private func timeVisit(
    of catalog: Catalog, _ file: SeenFile, _ times: inout LibraryTimes
  ) throws {
    let now = Timestamp.now()
    times.visitEnd = try seconds {
      let visits = catalog.visits(of: catalog.listIndices, seen: Seen(), at: now)
      try file.apply([.endVisit(visits, at: now)], now: now)
    }
    var seen = Seen()
    times.seenReading = seconds { seen = file.load().seen }
    times.newEntries = seconds { _ = NewEntries(in: catalog, seen: seen, today: .today()) }
    times.seenBytes = try PageBytes.read(file.path).count
  }
}

/// Seconds, and the result.
struct LibraryTimes {
  var first = 0.0
  var firstProcessor = 0.0
  var second = 0.0
  var open = 0.0
  var lists = 0
  var entries = 0
  var visitEnd = 0.0
  var seenReading = 0.0
  var newEntries = 0.0
  var seenBytes = 0
}

/// The seconds of all cores that the process has used so far.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func seconds(_ work: () throws -> Void) rethrows -> Double {
  let taken = try ContinuousClock().measure(work)
  return Double(taken.components.seconds) + Double(taken.components.attoseconds) * 1e-18
}

/// The largest amount of memory that the process has had, in megabytes.
func peakMegabytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
  return Int(line.split(separator: " ").dropFirst().first ?? "0").map { $0 / 1_024 } ?? 0
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func milliseconds(_ seconds: Double) -> String { String(format: "%.1f ms", seconds * 1e3) }

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
  print("usage: benchmark-library FOLDER [ROUNDS] | --image FILE [FOLDER]")
  exit(2)
}
if arguments[1] == "--image", arguments.count > 2 {
  try printImageTable(arguments[2], pages: arguments.dropFirst(3).first)
  exit(0)
}
let benchmark = try LibraryBenchmark(folder: arguments[1])
var markdown: [(clock: Double, processor: Double)] = []
var library: [LibraryTimes] = []
for _ in 0..<(arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5) {
  markdown.append(benchmark.timeMarkdown())
  library.append(try benchmark.timeLibrary())
}
let bytes = benchmark.pages.reduce(0) { $0 + $1.count }
// Each round has its own yardstick, since other programs take their share of the cores.
let ratios = zip(library, markdown).map { $0.first / $1.clock }
let processorRatios = zip(library, markdown).map { $0.firstProcessor / $1.processor }
print("\(benchmark.pages.count) pages, \(bytes / 1_000_000) MB,", terminator: " ")
print("\(library[0].lists) lists, \(library[0].entries) entries")
print("cmark-gfm alone, one core: \(milliseconds(median(markdown.map(\.clock))))", terminator: ", ")
print("its processor time: \(milliseconds(median(markdown.map(\.processor))))")
print("first sync: \(milliseconds(median(library.map(\.first)))),", terminator: " ")
print(String(format: "ratio %.2f, at best %.2f", median(ratios), ratios.min() ?? 0))
print("its processor time:", milliseconds(median(library.map(\.firstProcessor))), terminator: ", ")
print(String(format: "ratio %.2f", median(processorRatios)))
print("sync with nothing new: \(milliseconds(median(library.map(\.second))))")
print("opening the catalog: \(milliseconds(median(library.map(\.open))))")
print("ending a visit: \(milliseconds(median(library.map(\.visitEnd)))),", terminator: " ")
print("reading seen.jsonl of \(library[0].seenBytes / 1_000) kB:", terminator: " ")
print(milliseconds(median(library.map(\.seenReading))), terminator: ", ")
print("what is new: \(milliseconds(median(library.map(\.newEntries))))")
print("peak memory of all this, pages included: \(peakMegabytes()) MB")
