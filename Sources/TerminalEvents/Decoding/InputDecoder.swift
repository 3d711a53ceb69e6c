/// Turns the bytes that a terminal sends into events.
///
/// It reads UTF-8, the control characters, Escape followed by a key (Alt), CSI and SS3 keys with
/// their modifiers, reports of the mouse in the SGR form and bracketed paste. Answers of the terminal
/// are put aside for `takeResponses()`. What a terminal sends besides (other replies, reports of focus,
/// broken UTF-8) is swallowed, whatever its length. C-c, C-z, C-s and C-q are keys like
/// others, for the terminal is in raw mode: what they mean is up to the browser.
///
/// Bytes may be cut anywhere. Where the end of what has begun is missing, `pending` says how long
/// to wait before `flush()`: Escape alone then is the key, and what is unfinished is dropped, so
/// that a key pressed after half a second of silence is never lost. Memory is bounded by the paste
/// limit and a tail of the same size. A value; it knows no clock and no file.
package struct InputDecoder: Sendable {
  /// How long the caller should wait for more bytes before it calls `flush()`.
  package enum Wait: Hashable, Sendable {
    /// The input may be complete (a lone Escape, the end of a paste): 25 ms or ESCDELAY.
    case short
    /// The end of a sequence is missing: 400 ms.
    case long
  }

  private var state = State.ground
  private var character = CharacterDecoder()
  /// Whether Escape came directly before the character that is being put together.
  private var isAlt = false
  private var sequence = ControlSequence()
  private var paste = PasteCollector()
  /// The text of an OSC sequence; nil in other strings, of which nothing is read.
  private var string: StringResponse?
  private var responses: [TerminalResponse] = []
  /// The most answers stored until they are taken; more were never requested.
  private static let responseLimit = 16

  private enum State {
    case ground
    /// Escape, and nothing after it yet.
    case escape
    /// The byte that begins a sequence (`[`, `O`, `]`, `P`, …) came after Escape: Alt with that
    /// key, unless more comes at once.
    case introducer(UInt8)
    case controlSequence
    /// `ESC [ [` of the Linux console, which one letter follows.
    case linuxFunction
    /// The three bytes after `ESC [ M`, an old report of the mouse.
    case mouseReport(remaining: Int)
    /// OSC, DCS, APC, PM or SOS: a reply that lasts until ST or BEL.
    case string
    case stringEscape
    case paste
  }

  /// Starts with nothing pending.
  package init() {}

  /// What is pending; nil when all bytes so far have been turned into events.
  package var pending: Wait? {
    switch state {
    case .ground: character.isComplete ? nil : .long
    case .escape, .introducer: .short
    case .paste: paste.hasEnded ? .short : .long
    default: .long
    }
  }

  /// Whether reports of the mouse become events; else they are swallowed.
  package var readsMouse = false

  /// Returns the terminal's answers since the last call.
  ///
  /// Anything that writes to the terminal can send what looks like an answer, so unrequested ones
  /// must be ignored.
  package mutating func takeResponses() -> [TerminalResponse] {
    defer { responses = [] }
    return responses
  }

  /// Reads the next bytes and appends what they say to `events`.
  package mutating func feed(_ bytes: [UInt8], into events: inout [TerminalEvent]) {
    for byte in bytes { take(byte, into: &events) }
  }

  /// Ends what is pending, because no more bytes came in time.
  package mutating func flush(into events: inout [TerminalEvent]) {
    let ended = state
    state = .ground
    character = CharacterDecoder()
    switch ended {
    case .escape: events.append(.key(KeyEvent(.escape)))
    case .introducer(let byte): events.append(.key(InputDecoder.alt(byte)))
    case .paste:
      let (text, tail) = paste.finish()
      events.append(.paste(text))
      feed(tail, into: &events)
    default: break
    }
  }
}

extension InputDecoder {
  private mutating func take(_ byte: UInt8, into events: inout [TerminalEvent]) {
    switch state {
    case .ground: takeInGround(byte, into: &events)
    case .escape: takeAfterEscape(byte, into: &events)
    case .introducer(let introducer): takeFirst(byte, after: introducer, into: &events)
    case .controlSequence: takeInSequence(byte, into: &events)
    case .linuxFunction:
      state = .ground
      if let key = KeyEvent(linuxFunction: byte) { events.append(.key(key)) }
    case .mouseReport(let remaining):
      state = remaining > 1 ? .mouseReport(remaining: remaining - 1) : .ground
    case .string:
      switch byte {
      case 0x07:
        state = .ground
        note(string?.response)
      case 0x18, 0x1A: state = .ground
      case 0x1B: state = .stringEscape
      default: string?.append(byte)
      }
    case .stringEscape:
      state = .ground
      if byte == UInt8(ascii: "\\") {
        note(string?.response)
      } else {
        state = .escape
        take(byte, into: &events)
      }
    case .paste: paste.append(byte)
    }
  }

  private mutating func takeInGround(_ byte: UInt8, into events: inout [TerminalEvent]) {
    if byte == 0x1B {
      character = CharacterDecoder()
      state = .escape
    } else if byte < 0x80 {
      character = CharacterDecoder()
      events.append(.key(KeyEvent(control: byte)))
    } else {
      if character.isComplete { isAlt = false }
      takeInCharacter(byte, into: &events)
    }
  }

  private mutating func takeInCharacter(_ byte: UInt8, into events: inout [TerminalEvent]) {
    // C1 controls (below U+00A0) are no keys.
    guard let scalar = character.take(byte), scalar.value >= 0xA0 else { return }
    events.append(.key(KeyEvent(.character(scalar), alt: isAlt)))
  }

  private mutating func takeAfterEscape(_ byte: UInt8, into events: inout [TerminalEvent]) {
    switch byte {
    case 0x1B:
      // Two Escapes: the first was the key.
      events.append(.key(KeyEvent(.escape)))
    case UInt8(ascii: "["), UInt8(ascii: "O"), UInt8(ascii: "]"), UInt8(ascii: "P"),
      UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .introducer(byte)
    case 0x80...:
      state = .ground
      isAlt = true
      takeInCharacter(byte, into: &events)
    default:
      state = .ground
      events.append(.key(InputDecoder.alt(byte)))
    }
  }

  private mutating func takeFirst(
    _ byte: UInt8, after introducer: UInt8, into events: inout [TerminalEvent]
  ) {
    switch introducer {
    case UInt8(ascii: "[") where byte == UInt8(ascii: "["): state = .linuxFunction
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      sequence = ControlSequence(isSingleShift: introducer == UInt8(ascii: "O"))
      state = .controlSequence
      takeInSequence(byte, into: &events)
    default:
      state = .string
      string = introducer == UInt8(ascii: "]") ? StringResponse() : nil
      take(byte, into: &events)
    }
  }

  private mutating func note(_ response: TerminalResponse?) {
    guard let response, responses.count < Self.responseLimit else { return }
    responses.append(response)
  }

  private func append(_ mouse: MouseEvent, to events: inout [TerminalEvent]) {
    guard readsMouse else { return }
    if case .mouse(let last)? = events.last, let both = last.merged(with: mouse) {
      events[events.count - 1] = .mouse(both)
    } else {
      events.append(.mouse(mouse))
    }
  }

  private mutating func takeInSequence(_ byte: UInt8, into events: inout [TerminalEvent]) {
    switch byte {
    case 0x20..<0x40 where !sequence.isWhole(with: byte): sequence.append(byte)
    case 0x20..<0x7F:
      state = .ground
      if let key = sequence.key(final: byte) { events.append(.key(key)) }
      if let mouse = sequence.mouse(final: byte) { append(mouse, to: &events) }
      note(sequence.response(final: byte))
      if sequence.beginsPaste(final: byte) {
        paste = PasteCollector()
        state = .paste
      } else if sequence.beginsMouseReport(final: byte) {
        state = .mouseReport(remaining: 3)
      }
    case 0x7F: break
    default:
      // A control, or a byte of UTF-8: the sequence was cut off, and this is the next key.
      state = .ground
      take(byte, into: &events)
    }
  }

  private static func alt(_ byte: UInt8) -> KeyEvent {
    let plain = KeyEvent(control: byte)
    return KeyEvent(plain.key, control: plain.control, alt: true)
  }
}
