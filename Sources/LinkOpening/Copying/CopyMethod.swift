internal import Glibc

/// How text gets onto the clipboard.
public enum CopyMethod: Equatable, Sendable {
  /// The terminal copies it (OSC 52); GNU screen passes the sequence on only when wrapped.
  case terminal(isWrapped: Bool)
  /// A program reads it.
  case program(CopyProgram)
  /// Copying is impossible; the reason has the form `error: how to fix it`.
  case none(String)
}

/// A program that copies its standard input to the clipboard.
public struct CopyProgram: Equatable, Sendable {
  /// Its name, which is also its value in the setting.
  public let name: String
  /// Its absolute path and its arguments.
  public let arguments: [String]

  /// Returns the text in the program's encoding: UTF-8, or UTF-16 for Windows' program.
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

/// Chooses how to copy text, by the environment and the installed programs.
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

  /// Returns how to copy.
  ///
  /// Over SSH a program would copy to the other machine's clipboard, so the terminal is asked,
  /// through tmux or screen if necessary. Otherwise a program for the display is preferred.
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

  /// Copies through the terminal, in case a program fails.
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
