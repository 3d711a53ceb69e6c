import Glibc
import TestSupport
import Testing

/// The mail of `awl new`, as passed to sendmail and parsed by Python's email package.
@Suite(.enabled(if: access("/usr/bin/python3", X_OK) == 0, "skipped: needs python3"))
struct MailTests {
  private static let reader = """
    import sys, email, email.policy
    mail = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
    defects = list(mail.defects)
    for name, value in mail.items():
        defects += value.defects
        print(name + ": " + str(value))
    body = mail.get_content()
    assert max(map(len, mail.as_bytes().split(b"\\n"))) <= 998
    print("defects: %d %s" % (len(defects), defects))
    print(body, end="")
    """

  private let home: AwlHome
  private let repository: SampleRepository

  init() throws {
    home = try AwlHome()
    repository = try SampleRepository()
    try repository.commit(["README.md": "# A List\n\n- [Old](https://old.example)\n"], day: 0)
    _ = try home.file("read.py", Self.reader)
    mkdir(home.folder("bin"), 0o700)
    let sendmail = "#!/bin/sh\n[ \"$*\" = -t ] && cat > $HOME/sent && echo sent\n"
    _ = try home.program("bin/sendmail", sendmail)
    _ = try home.output("$awl follow \(repository.path); $awl new --since-last a")
  }

  private func mail(_ entries: String, _ options: String) throws -> (head: [String], body: String) {
    try repository.commit(["README.md": "# A List\n\n- [Old](https://old.example)\n" + entries])
    _ = try home.output("$awl sync")
    let text = try home.output(
      """
      PATH=$HOME/bin:$PATH
      $awl new --quiet --since-last a --format mail \(options) > $HOME/m && sendmail -t < $HOME/m >/dev/null
      python3 $HOME/read.py < $HOME/sent
      """)
    let parts = text.split(separator: "\ndefects: 0 []\n", maxSplits: 1)
    try #require(parts.count == 2, "\(text)")
    return (parts[0].split(separator: "\n").map(String.init), String(parts[1]))
  }

  @Test func aDigestIsOneMessageWithoutDefects() throws {
    let (head, body) = try mail(
      "- [Größe 日本語](https://n.example/ü) - Said = of it.\n", "--to ann@example.org")
    for line in [
      "From: awl <ann@example.org>", "To: ann@example.org", "Subject: a: 1 added in 1 list",
      "Content-Type: text/plain; charset=\"utf-8\"", "MIME-Version: 1.0",
      "Auto-Submitted: auto-generated",
    ] {
      #expect(head.contains(line), "\(line) in \(head)")
    }
    #expect(head.contains { $0.hasPrefix("List-Id: awl digest <") && $0.hasSuffix(".localhost>") })
    #expect(head.contains { $0.hasPrefix("Message-ID: <") && $0.hasSuffix("@awl.localhost>") })
    #expect(
      body.hasPrefix(
        """
        A List (work)

        2020-01-01 added: Größe 日本語
          https://n.example/%C3%BC
          Said = of it.

        """))
  }

  @Test func theSameNewsHaveTheSameMessageID() throws {
    let line = "$awl new --since 2020-01-01 --format mail --to a@b.org | grep -E '^(Mess|List)'"
    let once = try home.output(line)
    #expect(once.contains("Message-ID: <"))
    #expect(try home.output("sleep 1.1; " + line) == once)
    _ = try mail("- [More](https://m.example)\n", "")
    let more = try home.output(line)
    #expect(more != once && more.contains("Message-ID: <"))
  }

  @Test func noTextOfAListIsAHeader() throws {
    let long = String(repeating: "Long ü ", count: 10_000)
    let (head, body) = try mail(
      "- [X&#13;&#10;Bcc: evil@example.org](https://n.example/%0d%0aBcc:x)\n"
        + "- [\(long)](https://long.example) - .\n- [From me](https://f.example)\n", "")
    #expect(!head.contains { $0.hasPrefix("Bcc") })
    #expect(!body.contains("\nBcc") && body.contains("Long ü Long ü"))
    #expect(head.contains { $0.hasPrefix("To: root@localhost") || $0.contains("@localhost") })
  }

  @Test func aFilterInTheSubjectIsEncoded() throws {
    _ = try mail("- [More größe](https://m.example)\n", "")
    let subject = try home.output(
      """
      $awl new --since 2020-01-01 --filter 'größe | "日本語 a very long phrase that takes more than one line"' --format mail > $HOME/m
      grep -c '=?UTF-8?Q?' $HOME/m; python3 $HOME/read.py < $HOME/m | grep -E '^(Subject|defects)'
      """)
    #expect(
      subject == """
        3
        Subject: größe | "日本語 a very long phrase that takes more than one line": 1 added in 1 list
        defects: 0 []
        status 0

        """)
  }

  @Test(arguments: [
    "'ann@example.org, bob@example.org'", "'Ann <ann@example.org>'",
    "\"$(printf 'a@b\\nBcc: c@d')\"",
    "'@example.org'", "'ann@'",
    "'größe@example.org'",
  ])
  func anythingButOneAddressIsRefused(address: String) throws {
    #expect(
      try home.output("$awl new --format mail --to \(address) 2>/dev/null") == "status 2\n")
  }

  @Test func withoutNewsThereIsNoMail() throws {
    let text = try home.output("$awl new --quiet --since-last a --format mail 2>&1")
    #expect(text == "status 1\n")
  }
}
