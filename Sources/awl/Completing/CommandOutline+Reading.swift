import ArgumentParser
import JSONLines

extension CommandOutline {
  /// Returns all of awl's commands, as the argument parser describes them; hidden ones are left
  /// out.
  ///
  /// The root takes the options and arguments of the command that runs if none is named.
  static func awl() -> CommandOutline {
    let bytes = Array(Awl._dumpHelp().utf8)
    var root = CommandOutline()
    var scanner = JSONScanner(bytes, in: bytes.indices)
    // The parser's own output; in another form, there would only be less to complete.
    try? scanner.object { scanner, name throws(JSONError) in
      if name.matches("command") {
        root = try command(&scanner).outline
      } else {
        try scanner.skip()
      }
    }
    let browse = Browse.configuration.commandName
    if let other = root.subcommands.first(where: { $0.name == browse }) {
      let known = Set(root.options.flatMap(\.names))
      root.options += other.options.filter { known.isDisjoint(with: $0.names) }
      (root.arguments, root.repeatsLast) = (other.arguments, other.repeatsLast)
    }
    return root
  }

  private static func command(
    _ scanner: inout JSONScanner
  ) throws(JSONError) -> (outline: CommandOutline, isShown: Bool) {
    var outline = CommandOutline()
    var isShown = true
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("commandName") {
        outline.name = try scanner.string()
      } else if name.matches("abstract") {
        outline.abstract = try scanner.string()
      } else if name.matches("shouldDisplay") {
        isShown = try scanner.boolean()
      } else if name.matches("subcommands") {
        try scanner.array { scanner throws(JSONError) in
          let command = try command(&scanner)
          if command.isShown { outline.subcommands.append(command.outline) }
        }
      } else if name.matches("arguments") {
        try scanner.array { scanner throws(JSONError) in
          outline.add(try ArgumentOutline(&scanner))
        }
      } else {
        try scanner.skip()
      }
    }
    return (outline, isShown)
  }

  private mutating func add(_ argument: ArgumentOutline) {
    guard argument.isShown else { return }
    switch argument.kind {
    case "positional":
      arguments.append(argument.value)
      repeatsLast = argument.isRepeating
    case "flag": options.append(Option(names: argument.names, abstract: argument.abstract))
    default:
      options.append(
        Option(names: argument.names, abstract: argument.abstract, value: argument.value))
    }
  }
}

/// An option, flag or argument as the argument parser describes it.
private struct ArgumentOutline {
  var kind = ""
  var names: [String] = []
  var abstract = ""
  var isShown = true
  var isRepeating = false
  private var valueName = ""
  private var completion: CompletedValue?

  var value: CompletedValue {
    names.contains("--saved") ? .library(.saved) : completion ?? CompletedValue(called: valueName)
  }

  private init() {}

  init(_ scanner: inout JSONScanner) throws(JSONError) {
    self.init()
    var outline = self
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("kind") {
        outline.kind = try scanner.string()
      } else if name.matches("abstract") {
        outline.abstract = try scanner.string()
      } else if name.matches("valueName") {
        outline.valueName = try scanner.string()
      } else if name.matches("shouldDisplay") {
        outline.isShown = try scanner.boolean()
      } else if name.matches("isRepeating") {
        outline.isRepeating = try scanner.boolean()
      } else if name.matches("names") {
        try scanner.array { scanner throws(JSONError) in
          outline.names.append(try Self.name(&scanner))
        }
      } else if name.matches("completionKind") {
        outline.completion = try Self.completion(&scanner)
      } else {
        try scanner.skip()
      }
    }
    self = outline
  }

  private static func name(_ scanner: inout JSONScanner) throws(JSONError) -> String {
    var (kind, text) = ("", "")
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("kind") { kind = try scanner.string() } else { text = try scanner.string() }
    }
    return (kind == "long" ? "--" : "-") + text
  }

  /// Returns the kinds of the argument parser that awl uses: lists of words, files and folders.
  private static func completion(_ scanner: inout JSONScanner) throws(JSONError) -> CompletedValue?
  {
    var value: CompletedValue?
    try scanner.object { scanner, name throws(JSONError) in
      if name.matches("list") {
        var words: [String] = []
        try scanner.object { scanner, _ throws(JSONError) in words = try scanner.strings() }
        value = .words(words)
      } else {
        if name.matches("file") || name.matches("directory") { value = .file }
        try scanner.skip()
      }
    }
    return value
  }
}
