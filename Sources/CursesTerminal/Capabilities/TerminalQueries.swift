internal import TerminalEvents
internal import TerminalScreen

/// What the terminal is asked about itself, and what it has answered.
///
/// Behind each question goes another one that nearly every terminal answers (DA1). Since answers come
/// in the order of the questions, its answer says that no other is to come, so that a terminal which
/// does not know the question costs no wait.
struct TerminalQueries {
  /// Whether the terminal may be asked at all: some print what they do not understand.
  let answersQueries: Bool
  /// Whether the terminal holds back what is drawn until an update is complete (mode 2026).
  private(set) var synchronizesUpdates = false
  /// How many DA1 answers are still to come.
  private var outstanding = 0
  private var lastQuery: ContinuousClock.Instant?
  private var isBackgroundAwaited = false
  private var background: RGB?

  private static let synchronizedUpdate = 2026
  /// How long answers are waited for before the terminal is given back.
  private static let timeout = Duration.milliseconds(300)

  init(answersQueries: Bool) { self.answersQueries = answersQueries }

  /// Returns the bytes that ask which modes the terminal knows.
  mutating func queryModes() -> [UInt8] { ask("\u{1B}[?\(Self.synchronizedUpdate)$p") }

  /// Returns the bytes that ask for the colour after text.
  mutating func queryBackground() -> [UInt8] {
    isBackgroundAwaited = true
    background = nil
    return ask("\u{1B}]11;?\u{1B}\\")
  }

  /// Whether the answer about the background may still come.
  var awaitsBackground: Bool { isBackgroundAwaited && outstanding > 0 && background == nil }

  /// Returns the background as the terminal has answered; an answer that comes later does not
  /// count.
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

  /// Until when answers that are still to come are worth waiting for before another program reads
  /// from the terminal, which would take them for keys; nil if none are to come.
  var deadline: ContinuousClock.Instant? {
    outstanding > 0 ? lastQuery?.advanced(by: Self.timeout) : nil
  }

  private mutating func ask(_ question: String) -> [UInt8] {
    guard answersQueries else { return [] }
    outstanding += 1
    lastQuery = .now
    return Array(question.utf8) + Array("\u{1B}[c".utf8)
  }
}

extension TerminalType {
  /// How the names of terminals begin that show nothing of a sequence they do not know.
  ///
  /// The Linux console, for one, shows the last letter of such a question.
  private static let askable = [
    "alacritty", "contour", "foot", "ghostty", "kitty", "konsole", "mintty", "rio", "rxvt-unicode",
    "screen", "st", "tmux", "vte", "wezterm", "xterm",
  ]

  /// Returns whether questions can be put to a terminal of this type without leaving letters on its
  /// screen.
  ///
  /// - Parameter program: TERM_PROGRAM. Apple's Terminal calls itself an xterm and shows the letter.
  func answersQueries(program: String?) -> Bool {
    program != "Apple_Terminal"
      && Self.askable.contains { name.utf8.starts(with: $0.utf8) }
  }
}
