package import ListModel

/// How a locale writes a day in digits, as in `30.11.2026` or `11/30/26`.
package struct DatePattern: Equatable, Sendable {
  fileprivate enum Part: Equatable, Sendable {
    case text(Unicode.Scalar)
    case day(isPadded: Bool)
    case month
    case year
    case shortYear
  }

  private let parts: [Part]

  /// The columns for a day in a row.
  private static let maxColumns = 10

  /// Reads a format of `strftime`, as returned by `nl_langinfo(D_FMT)`; nil if it has names in it
  /// or takes more than ten columns.
  package init?(posix format: String) {
    var parts: [Part] = []
    var scalars = format.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%" else {
        // Other characters may be wide, and control characters have no place in a date.
        guard (0x20..<0x7F).contains(scalar.value) else { return nil }
        parts.append(.text(scalar))
        continue
      }
      if scalars.first == "-" { scalars.removeFirst() }
      switch scalars.popFirst() {
      case "d": parts.append(.day(isPadded: true))
      case "e": parts.append(.day(isPadded: false))
      case "m": parts.append(.month)
      case "Y": parts.append(.year)
      case "y": parts.append(.shortYear)
      case "F": parts += [.year, .text("-"), .month, .text("-"), .day(isPadded: true)]
      case "D": parts += [.month, .text("/"), .day(isPadded: true), .text("/"), .shortYear]
      default: return nil
      }
    }
    let columns = parts.reduce(0) { $0 + $1.columns }
    guard parts.contains(.month), columns <= Self.maxColumns else { return nil }
    self.parts = parts
  }

  /// Returns a day as the locale writes it.
  package func text(of day: Day) -> String {
    let date = day.date
    return parts.map { part in
      switch part {
      case .text(let scalar): String(scalar)
      case .day(let isPadded): isPadded ? twoDigits(date.day) : String(date.day)
      case .month: twoDigits(date.month)
      case .year: String(date.year)
      case .shortYear: twoDigits(date.year % 100)
      }
    }.joined()
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension DatePattern.Part {
  fileprivate var columns: Int {
    switch self {
    case .text: 1
    case .day, .month, .shortYear: 2
    case .year: 4
    }
  }
}
