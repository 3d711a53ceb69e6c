import ArgumentParser
import Glibc

/// `awl manual`: prints the man pages, for packaging; docs/ has them too.
struct PrintManual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print a man page in roff.", shouldDisplay: false)

  @Argument(help: "awl.1, awl.5 or awl-query.7.")
  var page = Page.commands

  enum Page: String, CaseIterable, ExpressibleByArgument {
    case commands = "awl.1"
    case files = "awl.5"
    case query = "awl-query.7"
  }

  func run() throws {
    let text =
      switch page {
      case .commands: ManualPage().text
      case .files: ManualPage.files
      case .query: ManualPage.query
      }
    awl.print(text, to: STDOUT_FILENO)
  }
}
