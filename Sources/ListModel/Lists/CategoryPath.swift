/// The headings that an entry is under, outermost first: `["Libraries", "Go"]`.
public struct CategoryPath: Sendable, CustomStringConvertible {
  /// The headings as plain text.
  public let headings: [String]

  /// Creates a path from headings, unchanged; no headings is the category of entries without one.
  public init(_ headings: [String]) {
    self.headings = headings
  }

  /// The address of the array with the headings, which several paths may share.
  var address: UInt {
    headings.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
  }

  /// The path as shown: `Libraries / Go`.
  public var description: String { headings.joined(separator: " / ") }
}

extension CategoryPath: Hashable {
  // Compares bytes: String equality normalises, which is slow on hostile text and merges categories
  // that a list spells differently.
  public static func == (left: CategoryPath, right: CategoryPath) -> Bool {
    left.headings.elementsEqual(right.headings, by: sameBytes)
  }

  public func hash(into hasher: inout Hasher) {
    for heading in headings {
      var heading = heading
      heading.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(UInt8(0))
    }
  }
}

/// A list's prose about a category: `Related: …`, a paragraph below its heading.
public struct CategoryText: Equatable, Sendable {
  /// The category that it is in.
  public var category: CategoryPath
  /// Plain text, a line for each paragraph; the address of a link is after it in angle
  /// brackets.
  public var text: String

  /// Takes both as they are.
  public init(category: CategoryPath, text: String) {
    self.category = category
    self.text = text
  }
}
