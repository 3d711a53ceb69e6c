// awl: the executable: one file a subcommand in Commands/, and the screen's loop in Running/.
// Imports: all modules but the C ones, and ArgumentParser.
// Start at: Running/Loop/BrowserLoop.swift; this file has the commands.

import ArgumentParser
import Glibc
import UserFiles

/// The command line: `awl` browses, its subcommands print and save.
@main
struct Awl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "awl",
    abstract: "Browse awesome lists in the terminal: what was added, when, and where.",
    discussion: """
      Without a subcommand awl opens its screen; press ? there for all keys. If standard output \
      is not a terminal, awl prints the entries instead.

        awl follow sindresorhus/awesome
        awl --filter 'kafka stars:>1k'
      """,
    version: "awl \(version)",
    subcommands: [
      Browse.self, Pick.self, FollowSource.self, UnfollowSource.self, SyncLists.self,
      PrintLists.self,
      PrintEntries.self, PrintNews.self, PrintHistory.self, PrintFeed.self, Publish.self,
      ShowPage.self,
      BookmarksCommand.self,
      OpenLink.self, MergeFiles.self,
      RunDoctor.self, PrintCompletions.self, PrintWidget.self, CompleteValue.self,
      ConfigCommand.self, PrintPaths.self, PrintManual.self, DebugCommand.self,
    ],
    defaultSubcommand: Browse.self)

  static let version = "0.2.0"

  /// The names of all commands.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  static func main() {
    noteClosedOutput()
    prepareProcessForFiles()
    ignoreBrokenOutput()
    // Scripts and packages request this often; the parser would first describe every command.
    if CommandLine.arguments.dropFirst().elementsEqual(["--version"]) {
      return print("awl \(version)\n", to: STDOUT_FILENO)
    }
    do {
      // The usual start does not wait for the description of commands either.
      if CommandLine.arguments.count == 1 { return try Browse.browse(ShownLists([])) }
      var command = try parsed()
      try command.run()
    } catch {
      ProgramExit(error).exit()
    }
  }

  /// Returns the command of the arguments.
  ///
  /// The parser describes all commands before it reads an argument; one that the first argument
  /// names can be parsed without the others. If that fails, the whole parse says why, with the
  /// usage of `awl`.
  private static func parsed() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    let named = configuration.subcommands.first {
      $0.configuration.commandName == arguments.first && $0.configuration.subcommands.isEmpty
    }
    if let command = try? named?.parseAsRoot(Array(arguments.dropFirst())) { return command }
    return try parseAsRoot()
  }
}
