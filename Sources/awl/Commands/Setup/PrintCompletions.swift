import ArgumentParser
import Glibc

/// The shells that awl has scripts for.
enum Shell: String, CaseIterable, ExpressibleByArgument {
  case bash, zsh, fish
}

/// `awl completions SHELL`: the completion script of a shell.
struct PrintCompletions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print the completion script for a shell.",
    discussion: """
      Commands and options are completed, and values from the library: lists, and in a filter its \
      fields, categories, hosts and dates. The packages install the scripts; by hand:

        awl completions bash > ~/.local/share/bash-completion/completions/awl
        awl completions zsh > "${fpath[1]}/_awl"
        awl completions fish > ~/.config/fish/completions/awl.fish
      """)

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    let root = CommandOutline.awl()
    let script =
      switch shell {
      case .bash: BashCompletions(root: root).script
      case .zsh: ZshCompletions(root: root).script
      case .fish: FishCompletions(root: root).script
      }
    awl.print(script, to: STDOUT_FILENO)
  }
}
