/// Resolves the references of a reStructuredText document.
struct RSTTargets {
  /// The target of a name.
  enum Target {
    case url([UInt8])
    /// The target of another name.
    case alias([UInt8])
    /// To a place in the document.
    case place
  }

  private var named: [[UInt8]: Target] = [:]
  private var anonymous: [Target] = []
  private var nextAnonymous = 0
  /// Texts that `|name|` is replaced by; a picture is not a text.
  private var substitutions: [[UInt8]: [UInt8]] = [:]

  /// Adds a target; the first one of a name counts, except that an anchor is replaced by others.
  mutating func add(_ name: ArraySlice<UInt8>, _ target: Target) {
    let name = RSTTargets.normalised(name)
    if case .place = named[name] { named[name] = target }
    if named[name] == nil { named[name] = target }
  }

  mutating func add(anonymous target: Target) { anonymous.append(target) }

  mutating func add(substitution name: ArraySlice<UInt8>, text: ArraySlice<UInt8>) {
    substitutions[RSTTargets.normalised(name)] = Array(text)
  }

  func substitution(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    substitutions[RSTTargets.normalised(name)]
  }

  /// Returns the URL of a name, `#` for an anchor in the document; nil for an unknown name.
  func url(of name: ArraySlice<UInt8>) -> [UInt8]? {
    named[RSTTargets.normalised(name)].flatMap { url(of: $0) }
  }

  /// Returns the URL of the next anonymous reference, in the order of the document.
  mutating func nextAnonymousURL() -> [UInt8]? {
    guard nextAnonymous < anonymous.count else { return nil }
    nextAnonymous += 1
    return url(of: anonymous[nextAnonymous - 1])
  }

  private func url(of first: Target) -> [UInt8]? {
    var target: Target? = first
    // Names may refer to each other in a cycle.
    for _ in 0..<8 {
      switch target {
      case .url(let url): return url
      case .place: return [UInt8(ascii: "#")]
      case .alias(let name): target = named[name]
      case nil: return nil
      }
    }
    return nil
  }

  /// Returns a name in lower case, its white space single spaces.
  static func normalised(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var found: [UInt8] = []
    for byte in name.trimmingBlanks where byte != UInt8(ascii: "\\") {
      if byte > 0x20 {
        found.append(asciiLowercased(byte))
      } else if found.last != 0x20 {
        found.append(0x20)
      }
    }
    return found
  }
}

extension RSTTargets.Target {
  /// Reads the text after the colon of a target: a URL, which may continue on further lines, or
  /// `name_`.
  init(_ text: ArraySlice<UInt8>) {
    let text = text.trimmingBlanks
    if text.isEmpty {
      self = .place
    } else if text.last == UInt8(ascii: "_"), text.dropLast().last != UInt8(ascii: "\\"),
      !holds(text, "://")
    {
      let name = text.dropLast().drop { $0 == UInt8(ascii: "`") }
      self = .alias(
        RSTTargets.normalised(name.last == UInt8(ascii: "`") ? name.dropLast() : name))
    } else {
      self = .url(text.filter { $0 > 0x20 && $0 != UInt8(ascii: "\\") })
    }
  }
}
