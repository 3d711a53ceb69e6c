/// Decodes the bytes that a terminal sends into events.
///
/// It reads UTF-8, control characters, Escape followed by a key (Alt), CSI and SS3 keys with their
/// modifiers, mouse reports in the SGR form and bracketed paste. Responses of the terminal are
/// stored for `takeResponses()`. All other input (other responses, focus reports, invalid UTF-8) is
/// swallowed, whatever its length. C-c, C-z, C-s and C-q are ordinary keys, since the terminal is
/// in raw mode: the browser decides what they do.
///
/// Input may be split anywhere. After an incomplete sequence, `pending` says how long to wait
/// before `flush()`: a lone Escape then becomes the key, and incomplete sequences are dropped, so a
/// key pressed after half a second of silence is never lost. Memory is bounded by the paste limit
/// and a tail of the same size. A value type that uses no clock and no file.
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
  /// Whether Escape came directly before the character being assembled.
  private var isAlt = false
  private var sequence = ControlSequence()
  private var paste = PasteCollector()
  /// The text of an OSC sequence; nil in other strings, whose contents are ignored.
  private var string: StringResponse?
  private var responses: [TerminalResponse] = []
  /// The most answers stored until they are taken; more were never requested.
  private static let responseLimit = 16

  private enum State {
    case ground
    /// Escape, with nothing after it yet.
    case escape
    /// Escape was followed by a byte that begins a sequence (`[`, `O`, `]`, `P`, …): it is Alt with
    /// that key, unless more bytes follow at once.
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

  /// Creates a decoder with nothing pending.
  package init() {}

  /// The incomplete sequence; nil if all bytes so far have been decoded.
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

  /// Returns the terminal's responses since the last call.
  ///
  /// Any program that writes to the terminal can forge a response, so unrequested ones must be
  /// ignored.
  package mutating func takeResponses() -> [TerminalResponse] {
    defer { responses = [] }
    return responses
  }

  /// Decodes the next bytes and appends the events to `events`.
  package mutating func feed(_ bytes: [UInt8], into events: inout [TerminalEvent]) {
    for byte in bytes { take(byte, into: &events) }
  }

  /// Ends the incomplete sequence, because no more bytes came in time.
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
