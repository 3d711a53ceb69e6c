import Glibc
import TestSupport
import Testing

/// The commands of docs/digest.md, run as they are written.
struct DigestDocumentTests {
  private let home: AwlHome
  private let repository: SampleRepository

  init() throws {
    home = try AwlHome()
    repository = try SampleRepository()
    let list = "# A List\n\n- [Old](https://old.example)\n"
    try repository.commit(["README.md": list], day: 0)
    _ = try home.output("$awl follow \(repository.path); $awl new --since-last mail")
    _ = try home.output("$awl new --since-last html")
    try repository.commit(["README.md": list + "- [New](https://new.example)\n"], day: 5)
    mkdir(home.folder("bin"), 0o700)
    let html = "-s New in my lists --content-type=text/html ann@example.org"
    for (name, words) in [("sendmail", "-t"), ("mail", html)] {
      let stub = "#!/bin/sh\n[ \"$*\" = '\(words)' ] && cat >$HOME/sent\n"
      _ = try home.program("bin/\(name)", stub)
    }
    _ = try home.output("ln -s $awl $HOME/bin/awl")
  }

  /// The blocks of code, without their indentation.
  private var blocks: [String] {
    var blocks: [[Substring]] = [[]]
    for line in text(projectFile("docs/digest.md"))
      .split(separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("    ") || line.isEmpty && !(blocks.last ?? []).isEmpty {
        blocks[blocks.count - 1].append(line.dropFirst(4))
      } else if !(blocks.last ?? []).isEmpty {
        blocks.append([])
      }
    }
    return blocks.map { $0.joined(separator: "\n") }
  }

  /// The first line of code that contains a text.
  private func line(with part: String) throws -> String {
    let lines = blocks.joined(separator: "\n").split(separator: "\n")
    return String(try #require(lines.first { $0.contains(part) }))
  }

  private func run(_ line: String) throws -> String {
    try home.output("PATH=$HOME/bin:$PATH; \(line)\necho \"ended $?\"\ncat $HOME/sent")
  }

  @Test func theCronLineSendsAMailOnlyWhereSomethingIsNew() throws {
    let cron = try line(with: "30 6 * * *  ").dropFirst("30 6 * * *  ".count)
    // A percent sign ends the command in a crontab.
    #expect(!cron.contains("%"))
    let sent = try run(String(cron))
    #expect(sent.contains("ended 0\n") && sent.contains("To: ann@example.org\n"))
    #expect(sent.contains("2020-01-06 added: New\n"))
    unlink(home.folder("sent"))
    #expect(try run(String(cron) + " 2>&1").hasPrefix("ended 1\n"))
  }

  @Test func theHTMLLineSendsADocument() throws {
    _ = try home.output("$awl sync")
    let sent = try run(try line(with: "--format html"))
    #expect(sent.contains("ended 0\n<!DOCTYPE html>") && sent.contains("new.example"))
  }

  @Test func theServiceRunsTheSameCommand() throws {
    let start = "ExecStart=/bin/sh -c '"
    let service = try line(with: start).dropFirst(start.count).dropLast()
      .replacing("%h", with: "$HOME").replacing("/usr/sbin/", with: "")
    #expect(try run(String(service)).contains("2020-01-06 added: New\n"))
  }

  @Test func systemdAcceptsTheUnits() throws {
    guard access("/usr/bin/systemd-analyze", X_OK) == 0 else {
      print("skipped: systemdAcceptsTheUnits needs systemd-analyze")
      return
    }
    for (name, section) in [("service", "[Service]"), ("timer", "[Timer]")] {
      let block = try #require(blocks.first { $0.contains(section) })
      let unit = block.split(separator: "\n").filter { !$0.hasPrefix("systemctl") }
      _ = try home.file("awl-digest.\(name)", unit.joined(separator: "\n") + "\n")
    }
    let reported = try home.output("systemd-analyze verify --user $HOME/awl-digest.timer 2>&1")
    #expect(!reported.contains("awl-digest") || reported.contains("sendmail"), "\(reported)")
  }
}
