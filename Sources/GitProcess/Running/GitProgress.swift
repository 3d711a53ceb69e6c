/// The progress of a clone or an update.
public struct GitProgress: Equatable, Sendable {
  /// Git's phase; the phases follow one another.
  public enum Phase: String, Equatable, Sendable {
    case connecting, counting, compressing, receiving, resolving
  }

  /// The current phase.
  public var phase: Phase
  /// 0 to 100; nil if git does not say.
  public var percent: Int?

  /// Progress at a phase.
  public init(phase: Phase, percent: Int? = nil) {
    self.phase = phase
    self.percent = percent
  }

  /// Parses `Receiving objects:  45% (9/20), 1.2 MiB | 2 MiB/s`, also after `remote: `; nil for any
  /// other line, so that no text of a server gets past here.
  init?(line: some Collection<UInt8>) {
    var rest = Array(line)[...]
    if rest.starts(with: "remote: ".utf8) { rest = rest.dropFirst("remote: ".utf8.count) }
    let phases: [(start: String, phase: Phase)] = [
      ("Enumerating objects:", .counting), ("Counting objects:", .counting),
      ("Compressing objects:", .compressing), ("Receiving objects:", .receiving),
      ("Resolving deltas:", .resolving), ("Unpacking objects:", .resolving),
    ]
    guard let found = phases.first(where: { rest.starts(with: $0.start.utf8) }) else { return nil }
    phase = found.phase
    rest = rest.dropFirst(found.start.utf8.count).drop { $0 == 0x20 }
    let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard digits.count <= 3, rest.dropFirst(digits.count).first == UInt8(ascii: "%"),
      let number = Int(String(decoding: digits, as: UTF8.self)), number <= 100
    else { return }
    percent = number
  }
}
