import Testing

/// Files in markup languages other than Markdown, given to the built program.
struct OtherMarkupTests {
  @Test(arguments: [
    ("list.textile", "h1. Things\n\n* \"Foo\":https://ex.org/foo - A foo.\n", "Textile"),
    ("list.wiki", "= Things =\n* [https://ex.org/foo Foo] - A foo.\n", "MediaWiki markup"),
    (
      "page.html", "<!DOCTYPE html><html><ul><li><a href='https://ex.org'>x</a></ul></html>", "HTML"
    ),
  ])
  func unsupportedMarkupIsRefusedByName(file: String, text: String, language: String) throws {
    let home = try AwlHome()
    let path = try home.file(file, text)
    let refusal = "\(file) is \(language): give a list in"
    for command in ["entries \(path)", "follow \(path)"] {
      let output = try home.output("$awl \(command) 2>&1")
      #expect(output.contains(refusal) && output.contains("status 4"), "\(output)")
    }
    #expect(try home.output("$awl lists 2>&1").contains(file) == false)
  }

  @Test func standardInputIsRefusedByItsText() throws {
    let home = try AwlHome()
    let page = "<!DOCTYPE html>\\n<html><ul><li><a href=https://ex.org/a>a</a></ul></html>\\n"
    let output = try home.output("printf '\(page)' | $awl entries - 2>&1")
    #expect(
      output.contains("standard input is HTML: give a list in") && output.contains("status 4"))
  }

  @Test(arguments: ["README.mkd", "README.mdown", "README.txt", "README"])
  func theReadmeOfAFolderHasAnyOfItsNames(name: String) throws {
    let home = try AwlHome()
    _ = try home.output("mkdir \"$HOME/list\"")
    _ = try home.file("list/\(name)", "# Things\n\n- [Foo](https://ex.org/foo) - A foo.\n")
    let output = try home.output("cd \"$HOME\" && $awl entries list --format tsv | cut -f 1,4")
    #expect(output == "list\thttps://ex.org/foo\nstatus 0\n")
  }

  @Test(arguments: [
    ("rst", "* `Foo <https://ex.org/foo>`_ - A foo."),
    ("org", "- [[https://ex.org/foo][Foo]] - A foo."),
    ("adoc", "* https://ex.org/foo[Foo] - A foo."),
  ])
  func aListInAnotherLanguageIsReadFromAnywhere(suffix: String, line: String) throws {
    let home = try AwlHome()
    let file = try home.file("list.\(suffix)", line + "\n")
    for command in ["$awl entries --format tsv \(file)", "$awl entries --format tsv - < \(file)"] {
      let output = try home.output("\(command) | cut -f 3,4,8")
      #expect(output == "Foo\thttps://ex.org/foo\tA foo.\nstatus 0\n")
    }
    let shown = try home.output("$awl show \(file)")
    #expect(shown.contains("Foo") && shown.contains("A foo.") && !shown.contains("[["))
    #expect(!shown.contains("`_") && !shown.contains("[Foo]") && shown.contains("status 0"))
  }
}
