/// A command's description for the completion of a shell.
struct CommandOutline {
  var name = ""
  var abstract = ""
  var options: [Option] = []
  /// The values of its arguments, in their order.
  var arguments: [CompletedValue] = []
  /// Whether the last argument may be repeated.
  var repeatsLast = false
  var subcommands: [CommandOutline] = []

  struct Option {
    /// `-h`, `--help`.
    var names: [String] = []
    var abstract = ""
    /// Its value; nil for a flag.
    var value: CompletedValue?
  }

  /// The command and all its subcommands, each with its path: `awl bookmarks add`.
  var tree: [(path: String, command: CommandOutline)] {
    [(name, self)]
      + subcommands.flatMap { command in
        command.tree.map { (name + " " + $0.path, $0.command) }
      }
  }
}

/// The values of an option or an argument.
enum CompletedValue: Equatable {
  /// No completion: free text.
  case none
  case file
  case words([String])
  /// What `awl complete KIND` prints.
  case library(LibraryValues.Kind)

  /// Creates the values for a name used in help.
  init(called name: String) {
    switch name {
    case "words": self = .library(.filter)
    case "list": self = .library(.list)
    case "source", "file", "path", "folder", "dir", "page": self = .file
    default: self = .none
    }
  }
}
