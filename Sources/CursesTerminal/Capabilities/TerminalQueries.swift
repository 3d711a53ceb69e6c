internal import TerminalEvents
internal import TerminalScreen

/// The queries sent to the terminal, and its responses.
///
/// Each query is followed by one that nearly every terminal answers (DA1). Since responses come in
/// the order of the queries, the answer to DA1 means that no other is coming, so a terminal that
/// does not support the query causes no wait.
struct TerminalQueries {
  /// Whether the terminal may be queried at all: some print sequences they do not understand.
  let answersQueries: Bool
  /// Whether the terminal supports synchronised updates (mode 2026).
  private(set) var synchronizesUpdates = false
  /// The number of DA1 responses still outstanding.
  private var outstanding = 0
  private var lastQuery: ContinuousClock.Instant?
  private var isBackgroundAwaited = false
  private var background: RGB?

  private static let synchronizedUpdate = 2026
  /// How long responses are awaited before the terminal is given back.
  private let timeout: Duration

  init(answersQueries: Bool, timeout: Duration) {
    self.answersQueries = answersQueries
    self.timeout = timeout
  }

  /// Returns the bytes that ask which modes the terminal knows.
  mutating func queryModes() -> [UInt8] { ask("\u{1B}[?\(Self.synchronizedUpdate)$p") }

  /// Returns the query for the background colour.
  mutating func queryBackground() -> [UInt8] {
    isBackgroundAwaited = true
    background = nil
    return ask("\u{1B}]11;?\u{1B}\\")
  }

  /// Whether the response with the background colour may still come.
  var awaitsBackground: Bool { isBackgroundAwaited && outstanding > 0 && background == nil }

  /// Returns the background colour that the terminal reported; a later response is ignored.
  mutating func takeBackground() -> RGB? {
    isBackgroundAwaited = false
    return background
  }

  /// Takes answers in; those to no question are ignored.
  mutating func take(_ responses: [TerminalResponse]) {
    for response in responses where outstanding > 0 {
      switch response {
      case .attributes: outstanding -= 1
      case .mode(Self.synchronizedUpdate, let isSupported): synchronizesUpdates = isSupported
      case .mode: break
      case .background(let red, let green, let blue):
        if isBackgroundAwaited { background = RGB(red: red, green: green, blue: blue) }
      }
    }
  }

  /// How long outstanding responses are worth waiting for before another program reads from the
  /// terminal and takes them for keys; nil if there are none.
  var deadline: ContinuousClock.Instant? {
    outstanding > 0 ? lastQuery?.advanced(by: timeout) : nil
  }

  private mutating func ask(_ question: String) -> [UInt8] {
    guard answersQueries else { return [] }
    outstanding += 1
    lastQuery = .now
    return Array(question.utf8) + Array("\u{1B}[c".utf8)
  }
}

extension TerminalType {
  /// The prefixes of TERM for terminals that print part of a sequence they do not know.
  ///
  /// The Linux console, for one, prints the last letter of such a query.
  private static let askable = [
    "alacritty", "contour", "foot", "ghostty", "kitty", "konsole", "mintty", "rio", "rxvt-unicode",
    "screen", "st", "tmux", "vte", "wezterm", "xterm",
  ]

  /// Returns whether a terminal of this type can be queried without letters appearing on its
  /// screen.
  ///
  /// - Parameter program: TERM_PROGRAM. Apple's Terminal calls itself an xterm and shows the
  ///   letter.
  func answersQueries(program: String?) -> Bool {
    program != "Apple_Terminal"
      && Self.askable.contains { name.utf8.starts(with: $0.utf8) }
  }
}
