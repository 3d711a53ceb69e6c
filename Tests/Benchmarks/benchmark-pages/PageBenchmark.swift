import CCmarkGFM
import Foundation
import Glibc
import ListMarkdown

/// Times the user of pages against bare cmark-gfm on the same bytes in the same run.
///
/// Every README.md below the folder is read, pages that are not browsed as well.
struct PageBenchmark {
  let pages: [(path: String, bytes: [UInt8])]

  init(folder: String) {
    let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    pages = found.filter { $0.hasSuffix("README.md") }.sorted().compactMap { name in
      let path = folder + "/" + name
      return FileManager.default.contents(atPath: path).map { (path, [UInt8]($0)) }
    }
  }

  /// Seconds for all pages through the library only, without extensions.
  func timeLibrary() -> Double {
    processorSeconds {
      for page in pages {
        page.bytes.withUnsafeBytes { bytes in
          let text = bytes.bindMemory(to: CChar.self).baseAddress
          cmark_node_free(cmark_parse_document(text, bytes.count, CMARK_OPT_DEFAULT))
        }
      }
    }
  }

  /// Seconds for all pages through `PageReader` as a sync reads them, and the result.
  func timeReader() -> (seconds: Double, entries: Int) {
    var entries = 0
    let taken = processorSeconds {
      for page in pages {
        entries += (try? PageReader.pack(page.bytes, path: page.path))?.count ?? 0
      }
    }
    return (taken, entries)
  }
}

extension PageBenchmark {
  /// Prints the medians of some rounds and their ratio.
  func run(rounds: Int) {
    var library: [Double] = []
    var reader: [Double] = []
    var entries = 0
    for _ in 0..<rounds {
      library.append(timeLibrary())
      let (seconds, found) = timeReader()
      reader.append(seconds)
      entries = found
    }
    let (cmark, awl) = (library.sorted()[rounds / 2], reader.sorted()[rounds / 2])
    let megabytes = Double(pages.reduce(0) { $0 + $1.bytes.count }) / 1e6
    print(
      String(
        format: "%d pages, %.1f MB, %d entries: cmark %.0f ms, awl %.0f ms, ratio %.2f",
        pages.count, megabytes, entries, cmark * 1e3, awl * 1e3, awl / cmark))
  }
}

/// How long the processor works on something, whatever else runs on the machine.
func processorSeconds(_ work: () -> Void) -> Double {
  let start = processorTime()
  work()
  return processorTime() - start
}

private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
