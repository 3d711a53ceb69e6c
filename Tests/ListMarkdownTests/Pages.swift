import ListMarkdown

/// The outline of the entries of a daily page with this below its one day, without the page's
/// head; the first line of `body` is line 9.
func daily(_ body: String) throws -> String {
  let page = try PageReader.read(Array((dailyHead + body).utf8), path: nil)
  return page.outline.split(separator: "\n").dropFirst(3).joined(separator: "\n")
}

/// The outline of a README.
func readme(_ text: String) throws -> String {
  try PageReader.read(Array(text.utf8), path: "owner/name/README.md").outline
}

/// Eight lines: the head of a published page and the heading of a day.
let dailyHead = """
  # Track Awesome Seml Updates Daily

  [🏠 Home](/README.md) · [🔍 Search](/search/) · [😺 a/b](https://github.com/a/b)

  [ Daily / [Weekly](/content/a/b/week/README.md) / [Overview](/content/a/b/readme/README.md) ]

  ## [Feb 11, 2022](/content/2022/02/11/README.md)


  """
