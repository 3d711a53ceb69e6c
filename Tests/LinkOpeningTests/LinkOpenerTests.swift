import Glibc
import LinkOpening
import TestSupport
import Testing

struct LinkOpenerTests {
  @Test func theProgramGetsTheLinkAsOneArgument() throws {
    let opener = try FakeOpener()
    let (_, outcome) = opener.open("https://h/$(touch%20x);'&b=1")
    #expect(outcome == .opened)
    #expect(opener.arguments == ["https://h/$(touch%20x);'&b=1"])
  }

  @Test func aFailureIsReportedWithTheFirstLineOfStandardError() throws {
    let opener = try FakeOpener("echo; echo 'no browser' >&2; echo more >&2; exit 3")
    let (_, outcome) = opener.open("https://h/")
    #expect(outcome == .failed(program: opener.program, status: 3, message: "no browser"))
    #expect(outcome?.description == "\(opener.program) ended with 3: no browser")
  }

  @Test func aProgramThatASignalEndsIsReported() throws {
    let opener = try FakeOpener("kill -9 $$")
    let outcome = opener.open("https://h/").outcome
    #expect(outcome == .killed(program: opener.program, signal: 9, message: ""))
    #expect(outcome?.description == "\(opener.program) was ended by signal 9")
  }

  @Test func aProgramThatIsNotThereIsReported() throws {
    let answer = Answer()
    let id = LinkOpener(environment: [:]).start(["/nonexistent/opener", "https://h/"]) {
      answer.tell($0)
    }
    #expect(id == nil)
    #expect(answer.all == [.notStarted(program: "/nonexistent/opener", code: ENOENT)])
    #expect(
      answer.all.first?.description
        == "/nonexistent/opener could not be started (No such file or directory)")
  }

  @Test func aProgramThatHangsCountsAsOpenedAndHoldsNobody() throws {
    let opener = try FakeOpener("exec sleep 600")
    let answer = Answer()
    let id = try #require(
      LinkOpener(environment: ChildProcess.environment)
        .start([opener.program, "https://h/"]) { answer.tell($0) })
    defer { kill(id, SIGKILL) }
    #expect(answer.all == [])
    #expect(answer.wait() == .opened)
    #expect(kill(id, 0) == 0)
  }

  @Test func childrenOfTheProgramAreNotWaitedFor() throws {
    let opener = try FakeOpener("(trap '' HUP; exec sleep 600) & echo $! > \"$0.left\"; exit 4")
    let (_, outcome) = opener.open("https://h/")
    #expect(outcome == .failed(program: opener.program, status: 4, message: ""))
    let left = try #require(Int32(text(opener.program + ".left").dropLast()))
    #expect(kill(left, 0) == 0)
    kill(left, SIGKILL)
  }

  @Test func noZombieIsLeft() throws {
    let id = try #require(try FakeOpener("exit 1").open("https://h/").id)
    #expect(waitpid(id, nil, WNOHANG) == -1)
    #expect(kill(id, 0) == -1)
  }

  @Test func aProgramThatWritesWithoutEndIsNeitherHeldNorKilled() throws {
    let opener = try FakeOpener(
      "i=0; while [ $i -lt 3000 ]; do echo 'a line of forty bytes, more or less....' >&2; i=$((i+1)); done; exit 0"
    )
    #expect(opener.open("https://h/").outcome == .opened)
  }

  @Test func theProgramHasItsOwnSessionAndNothingElseOpen() throws {
    let held = Glibc.open("/dev/null", O_RDONLY)
    defer { close(held) }
    signal(SIGXFSZ, SIG_IGN)
    let opener = try FakeOpener(
      """
      open=$(ls /proc/self/fd | tr '\\n' ' ')
      streams=$(readlink /proc/$$/fd/0 /proc/$$/fd/1 | tr '\\n' ' ')
      session=$(cut -d' ' -f1,5,6,7 /proc/$$/stat)
      ignored=$(grep SigIgn /proc/$$/status)
      printf '%s\\n' "$open" "$streams" "$session" "$ignored" > "$0.report"
      """)
    let (id, outcome) = opener.open("https://h/")
    let own = try #require(id)
    #expect(outcome == .opened)
    let report = text(opener.program + ".report").split(separator: "\n")
    try #require(report.count == 4)
    // 3 is the folder that ls reads.
    #expect(report[0] == "0 1 2 3 ")
    #expect(report[1] == "/dev/null /dev/null ")
    #expect(report[2] == "\(own) \(own) \(own) 0")
    // Those above 31 are the C library's own.
    let ignored = UInt64(report[3].suffix(16), radix: 16)
    #expect(ignored.map { $0 & 0x7FFF_FFFF } == 0)
  }

  @Test func aTextBrowserIsWaitedFor() throws {
    let opener = try FakeOpener("exit 5")
    let runner = LinkOpener(environment: ChildProcess.environment)
    let outcome = runner.runInTerminal([opener.program, "https://h/"])
    #expect(outcome == .failed(program: opener.program, status: 5, message: ""))
    #expect(opener.arguments == ["https://h/"])
    #expect(
      runner.runInTerminal(["/nonexistent"]) == .notStarted(program: "/nonexistent", code: ENOENT))
  }

  /// In a process of its own: the signals are the whole process's, which the interrupt would end.
  @Test func signalsAreAsTheyWereAfterATextBrowser() async {
    await #expect(processExitsWith: .success) {
      let opener = try FakeOpener("kill -INT $PPID; exit 0")
      let before = interruptHandler()
      #expect(
        LinkOpener(environment: ChildProcess.environment).runInTerminal([opener.program])
          == .opened)
      #expect(interruptHandler() == before)
    }
  }
}

/// What the process does at an interrupt.
private func interruptHandler() -> Int {
  var action = sigaction()
  sigaction(SIGINT, nil, &action)
  return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
}
