/// The address that a digest is sent to: an `addr-spec` of RFC 5322 without quotes or comments.
public struct MailAddress: Equatable, Sendable {
  /// `local@domain`, in ASCII.
  public let text: String

  /// Nil for anything but a dot-atom, `@` and a domain; a name without a domain is that of a user
  /// of this machine.
  ///
  /// Display names, quoted parts, further addresses and control characters are refused, to prevent
  /// header injection.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.utf8.count <= 254, MailAddress.isDotAtom(parts[0]) else {
      return nil
    }
    guard parts.count == 2 else {
      self.text = text + "@localhost"
      return
    }
    guard MailAddress.isDomain(parts[1]) else { return nil }
    self.text = text
  }

  private static func isDotAtom(_ part: Substring) -> Bool {
    part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty
        && atom.utf8.allSatisfy {
          $0.isASCIILetter || $0.isASCIIDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0)
        }
    }
  }

  private static func isDomain(_ part: Substring) -> Bool {
    part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty && label.utf8.first != UInt8(ascii: "-")
        && label.utf8.allSatisfy {
          $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
        }
    }
  }
}
