internal import Glibc

/// How text gets onto the clipboard.
public enum CopyMethod: Equatable, Sendable {
  /// The terminal is asked to put it there (OSC 52); GNU screen passes that on only when wrapped.
  case terminal(isWrapped: Bool)
  /// A program reads it.
  case program(CopyProgram)
  /// There is no way, for a reason that reads `what is wrong: what to do`.
  case none(String)
}

/// A program that puts on the clipboard what it reads from standard input.
public struct CopyProgram: Equatable, Sendable {
  /// Its name, which is also the setting's word for it.
  public let name: String
  /// Its absolute path and its arguments.
  public let arguments: [String]

  /// Returns the text as the program reads it: UTF-8, or UTF-16 for the program of Windows.
  public func bytes(of text: String) -> [UInt8] {
    guard name == "clip.exe" else { return Array(text.utf8) }
    return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }
}

extension CopyMethod: CustomStringConvertible {
  /// The name for the message after copying: `OSC 52`, `xclip`.
  public var description: String {
    switch self {
    case .terminal(let isWrapped): isWrapped ? "OSC 52 through screen" : "OSC 52"
    case .program(let program): program.name
    case .none(let reason): reason
    }
  }
}

/// Chooses how text is copied, by the environment and the programs that there are.
public struct CopyMethods: Sendable {
  private let environment: [String: String]
  private let locate: @Sendable (String) -> String?

  /// - Parameter locate: the absolute path of a program by its name; nil if there is none.
  public init(
    environment: [String: String], locate: @escaping @Sendable (String) -> String?
  ) {
    self.environment = environment
    self.locate = locate
  }

  /// Takes programs from the absolute folders of PATH.
  public init(environment: [String: String]) {
    self.init(environment: environment) { name in
      CommandWords(name).flatMap { $0.program(in: environment) }
    }
  }

  /// The arguments of the programs, in the order in which they are considered.
  private static let programs: [(name: String, arguments: [String])] = [
    ("wl-copy", []), ("xclip", ["-selection", "clipboard"]), ("xsel", ["--clipboard", "--input"]),
    ("pbcopy", []), ("clip.exe", []), ("tmux", ["load-buffer", "-w", "-"]),
  ]

  /// Returns the way to copy.
  ///
  /// Over SSH a program would fill the clipboard of the other machine, so the terminal is asked, through
  /// tmux or screen where one is between. Elsewhere a program of the display comes first.
  ///
  /// - Parameter preference: the value of the setting `copy-with`.
  public func way(preference: String = "auto") -> CopyMethod {
    if preference == "osc52" { return terminal }
    if preference != "auto" {
      return program(preference).map(CopyMethod.program)
        ?? .none("\(preference) is not installed: set copy-with auto")
    }
    if !isRemote, let program = programOfDisplay { return .program(program) }
    if isSet("TMUX"), let tmux = program("tmux") { return .program(tmux) }
    return terminal
  }

  private var programOfDisplay: CopyProgram? {
    if isSet("WAYLAND_DISPLAY"), let program = program("wl-copy") { return program }
    if isSet("DISPLAY"), let program = program("xclip") ?? program("xsel") { return program }
    if isSet("WSL_DISTRO_NAME") || isSet("WSL_INTEROP"), let program = program("clip.exe") {
      return program
    }
    return program("pbcopy")
  }

  /// The way by the terminal, for a program that fails.
  public var terminal: CopyMethod {
    if isSet("STY"), !isSet("TMUX") { return .terminal(isWrapped: true) }
    let type = environment["TERM"] ?? ""
    // These show the sequence, or a part of it, as text.
    let plain = ["linux", "vt1", "vt2", "vt3", "vt4", "vt5", "dumb", "ansi", "cons25"]
    let isPlain = plain.contains { type.utf8.starts(with: $0.utf8) }
    return isPlain
      ? .none("this terminal has no clipboard: run awl in tmux and paste with prefix ]")
      : .terminal(isWrapped: false)
  }

  private var isRemote: Bool { isSet("SSH_CONNECTION") || isSet("SSH_TTY") }

  private func isSet(_ variable: String) -> Bool { environment[variable]?.isEmpty == false }

  private func program(_ name: String) -> CopyProgram? {
    guard let known = Self.programs.first(where: { $0.name == name }), let path = locate(name)
    else { return nil }
    return CopyProgram(name: name, arguments: [path] + known.arguments)
  }
}
