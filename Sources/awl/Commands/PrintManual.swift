import ArgumentParser
import Glibc

/// `awl manual`: the man page, for those who package awl; docs/awl.1 is what it printed.
struct PrintManual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the man page in roff.", shouldDisplay: false)

  func run() throws {
    awl.print(ManualPage().text, to: STDOUT_FILENO)
  }
}
