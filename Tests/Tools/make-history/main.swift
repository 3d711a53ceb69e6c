import Glibc

// Writes the history of a list that never was, for `git fast-import`:
//
//     git init --bare DIR && make-history [COMMITS [BYTES]] | git --git-dir=DIR fast-import
//
// The README grows from an eighth of its last size, 400 kB if nothing else is said. The same
// arguments give the same history.

let arguments = CommandLine.arguments
let commits = arguments.count > 1 ? Int(arguments[1]) ?? 5_000 : 5_000
let bytes = arguments.count > 2 ? Int(arguments[2]) ?? 400_000 : 400_000

/// Writes all bytes to standard output; ends where nobody reads them.
func put(_ bytes: [UInt8]) {
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes {
      write(1, $0.baseAddress.map { $0 + done }, $0.count - done)
    }
    guard count > 0 else { exit(1) }
    done += count
  }
}

var list = SyntheticList(bytes: bytes / 8, seed: 20_260_713)
var subject = "Begin the list"
for number in 0..<commits {
  let time = 1_420_070_400 + number * 43_200
  let readme = list.readme
  var head = "commit refs/heads/main\ncommitter Someone <someone@example.org> \(time) +0000\n"
  head +=
    "data \(subject.utf8.count)\n\(subject)\nM 100644 inline README.md\ndata \(readme.count)\n"
  put(Array(head.utf8) + readme + [0x0A])
  // Keeps to the way from the first size to the last one.
  let wanted = bytes / 8 + (bytes - bytes / 8) * (number + 1) / max(1, commits)
  subject = list.change()
  while list.size < wanted - 200 { subject = list.change() }
}
