import Glibc
import TestSupport
import Testing

/// `awl publish` where calls of the system fail: it says so or is not troubled, and the next run ends in the
/// same folder.
struct PublishFailingCallsTests {
  private let home: AwlHome

  private static let strace = systemProgram("strace")
  /// Why no call can be made to fail here; nil if one can.
  private static let obstacle: String? = {
    guard let strace else { return "skipped: strace is not installed" }
    let probe = try? ChildProcess(strace, ["-o", "/dev/null", "/bin/true"])
    return probe?.wait() == 0 ? nil : "skipped: strace may not trace here"
  }()

  init() throws {
    home = try AwlHome()
    var list = "# A List\n"
    for number in 0..<40 {
      list += "\n## Part \(number)\n\n- [Entry \(number)](https://e.example/\(number)) - Said.\n"
    }
    let repository = try SampleRepository()
    for day in 1...3 { try repository.commit(["README.md": list + "\n\(day)\n"], day: day * 9) }
    _ = try home.output("$awl follow \(repository.path); cd; $awl publish fresh --quiet")
  }

  private func tree(_ folder: String) throws -> String {
    try home.output("cd $HOME/\(folder) && find . -type f | sort | xargs -d '\\n' md5sum")
  }

  @Test(
    .enabled(if: obstacle == nil, Comment(rawValue: obstacle ?? "")),
    arguments: ["EINTR", "EROFS", "ENOSPC", "EIO"])
  func aCallThatFailsIsReportedAndTheNextRunEndsInTheSameTree(error: String) throws {
    let fresh = try tree("fresh")
    var reported = 0
    for call in ["openat", "newfstatat", "mkdirat", "write", "renameat", "ftruncate", "unlinkat"] {
      // Calls at program start are not part of publishing.
      let first = try call == "openat" || call == "newfstatat" ? ordinal(of: call) : 1
      for number in stride(from: first, to: first + rounds(12, soak: 400), by: rounds(9, soak: 1)) {
        let said = try home.output(
          """
          cd; rm -rf out; \(Self.strace ?? "") -f -qq -o /dev/null -e trace=\(call) \
          -e inject=\(call):error=\(error):when=\(number) $awl publish out --quiet 2>&1
          """)
        if said == "status 0\n" {
          #expect(try tree("out") == fresh, "\(call) \(number)")
        } else {
          reported += 1
          #expect(
            said.hasPrefix("awl: cannot write out") && said.hasSuffix("status 5\n"),
            "\(call) \(number): \(said)")
          #expect(error != "EINTR", "\(call) \(number): \(said)")
        }
        #expect(try home.output("cd; $awl publish out --quiet 2>&1") == "status 0\n")
        #expect(try tree("out") == fresh, "\(call) \(number)")
      }
    }
    #expect(error == "EINTR" || reported > 5)
  }

  /// Which of its calls the main thread makes first for the folder.
  private func ordinal(of call: String) throws -> Int {
    let trace = try home.output(
      """
      cd; rm -rf out; \(Self.strace ?? "") -qq -o trace -e trace=\(call),mkdir $awl publish out --quiet
      cat trace
      """)
    let calls = trace.split(separator: "\n")
    let mkdir = calls.firstIndex { $0.contains("\"out\"") } ?? 0
    return calls[..<mkdir].count { $0.hasPrefix(call) } + 1
  }

  /// A file system that is mounted read-only, in a mount namespace of the test's own.
  @Test func aReadOnlyFileSystemIsReported() throws {
    let mounted =
      "unshare -rm sh -c 'mount --bind out out && mount -o remount,ro,bind out out && exec \"$@\"' sh"
    guard try home.output("cd; mkdir out; \(mounted) true 2>&1") == "status 0\n" else {
      print("skipped: aReadOnlyFileSystemIsReported may not mount anything here")
      return
    }
    let readOnly = "awl: cannot write out/.awl-publish.jsonl: Read-only file system\nstatus 5\n"
    #expect(try home.output("cd; \(mounted) $awl publish out --quiet 2>&1") == readOnly)
    _ = try home.output("cd; $awl publish out --quiet --filter 'Entry 1'")
    let before = try tree("out")
    let reported = try home.output("cd; \(mounted) $awl publish out --quiet 2>&1")
    #expect(reported == readOnly)
    #expect(try tree("out") == before)
    // If nothing is new, nothing needs to be written.
    let same = try home.output(
      "cd; \(mounted) $awl publish out --quiet --filter 'Entry 1' 2>&1")
    #expect(same == "status 0\n")
  }
}
