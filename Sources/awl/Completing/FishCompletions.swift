/// The completion script for fish: conditions on the command of the line.
struct FishCompletions {
  let root: CommandOutline

  var script: String {
    """
    # fish completion for awl; `awl completions fish` prints it.

    # Prints the command that the line is in, such as `awl bookmarks add`.
    function __awl_command
        set -l path awl
        set -l skips
        for word in (commandline -opc)[2..]
            if test -n "$skips"
                set skips
            else if contains -- "$path $word" \(commands)
                set path "$path $word"
            else if contains -- "$path $word" \(optionsWithValues)
                set skips 1
            else if not string match -q -- '-*' $word
                set path "$path "
            end
        end
        echo $path
    end

    # Whether the line is in a command, with or without arguments after it.
    function __awl_in
        string match -q -- $argv[1] (string trim -r -- (__awl_command))
    end

    # Whether the line is in a command and no argument has come yet.
    function __awl_at
        string match -q -- $argv[1] (__awl_command)
    end

    function __awl_values
        set -l typed (string replace -a -- '\\\\' '' (commandline -ct))
        awl complete $argv[1] -- (string replace -r '^(--[a-z-]+=)?[\\'\"]?' '' -- $typed) 2>/dev/null
    end

    complete -c awl -f
    \(root.tree.map { rows($0.path, $0.command) }.joined())
    """
  }

  private var commands: String {
    root.tree.dropFirst().map { quoted($0.path) }.joined(separator: " ")
  }

  private var optionsWithValues: String {
    root.tree.flatMap { path, command in
      command.options.filter { $0.value != nil }.flatMap(\.names).map { quoted("\(path) \($0)") }
    }.joined(separator: " ")
  }

  private func rows(_ path: String, _ command: CommandOutline) -> String {
    let inside = "complete -c awl -n \(quoted("__awl_in '\(path)'"))"
    let start = "complete -c awl -n \(quoted("__awl_at '\(path)'"))"
    var rows = command.subcommands.map {
      "\(start) -a \(quoted($0.name)) -d \(quoted(line($0.abstract)))"
    }
    for option in command.options {
      let names = option.names.map { name in
        name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
      }.joined(separator: " ")
      let value = option.value.map { " " + self.value($0) } ?? ""
      rows.append("\(inside) \(names)\(value) -d \(quoted(line(option.abstract)))")
    }
    for (number, argument) in command.arguments.enumerated() {
      let isLast = number == command.arguments.count - 1
      let condition = command.repeatsLast && isLast ? inside : start
      switch argument {
      case .none: break
      case .file: rows.append("\(condition) -F")
      default: rows.append("\(condition) -a \(words(argument))")
      }
    }
    return rows.map { $0 + "\n" }.joined()
  }

  private func value(_ value: CompletedValue) -> String {
    switch value {
    case .none: "-x"
    case .file: "-r -F"
    default: "-x -a \(words(value))"
    }
  }

  private func words(_ value: CompletedValue) -> String {
    switch value {
    case .words(let words): quoted(words.joined(separator: " "))
    case .library(let kind): quoted("(__awl_values \(kind.rawValue))")
    case .none, .file: quoted("")
    }
  }

  private func line(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ")
  }

  /// Returns a word in single quotes, in which fish has two escapes.
  private func quoted(_ text: String) -> String {
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "\\" { word += "\\" }
      word.unicodeScalars.append(scalar)
    }
    return "'\(word)'"
  }
}
