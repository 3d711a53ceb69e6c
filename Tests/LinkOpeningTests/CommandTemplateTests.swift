import LinkOpening
import Testing

/// Custom commands: which are refused, and the arguments passed to programs.
struct CommandTemplateTests {
  @Test(arguments: [
    ([], CommandTemplateError.empty), ([""], .empty), (["{url}"], .empty),
    (["./run"], .relative("./run")),
    (["wget", "--url={url}"], .placeholderInsideWord("--url={url}")),
    (["wget", "{link}"], .unknownPlaceholder("{link}")),
    (["sh", "-c", "echo {url}"], .placeholderInsideWord("echo {url}")),
    (["sh", "-c", "wget \"$1\"", "x", "{url}"], .shell("sh")),
    (["env", "bash", "-lc", "x", "{title}"], .shell("bash")),
  ])
  func wordsThatAListCouldAbuseAreRefused(words: [String], fault: CommandTemplateError) {
    #expect(throws: fault) { try CommandTemplate(words: words) }
    #expect(fault.description.contains(":"))
  }

  @Test func aScriptAndAShellWithoutPartsOfEntriesAreTheReadersOwn() throws {
    #expect(try CommandTemplate(words: ["sh", "/home/me/save", "{url}"]).isForEachEntry)
    #expect(try !CommandTemplate(words: ["sh", "-c", "make"]).isForEachEntry)
    #expect(try !CommandTemplate(words: ["save", "{title}"]).needsLink)
  }

  @Test func placeholdersStayWholeWords() throws {
    let template = try CommandTemplate(words: ["save", "{title}", "{list}", "{}", "{url}"])
    let arguments = try template.arguments(
      for: CommandSubject([
        .title: "a b; $(id) `x` \u{0}\n\u{1B}[31m", .list: "o/l", .url: "https://a.example/",
      ]))
    #expect(arguments == ["save", "a b; $(id) `x`    [31m", "o/l", "{}", "https://a.example/"])
  }

  @Test(arguments: ["-x", "--help", "-"])
  func valuesThatBeginWithAHyphenNeedADoubleDash(title: String) throws {
    let subject = CommandSubject([.title: title, .url: "https://a.example/"])
    let bare = try CommandTemplate(words: ["save", "{url}", "{title}"])
    #expect(throws: OptionInList.self) { try bare.arguments(for: subject) }
    // An option of the user's own before it does not end them.
    let late = try CommandTemplate(words: ["save", "{title}", "--"])
    #expect(throws: OptionInList.self) { try late.arguments(for: subject) }
    let ended = try CommandTemplate(words: ["save", "--", "{title}"])
    #expect(try ended.arguments(for: subject) == ["save", "--", title])
  }
}
