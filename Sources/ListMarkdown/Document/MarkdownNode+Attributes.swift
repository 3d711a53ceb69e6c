import CCmarkGFM
import Glibc

/// Attributes of a node that only whole pages need.
extension MarkdownNode {
  /// The number of a numbered list's first item.
  var firstNumber: Int { Int(cmark_node_get_list_start(pointer)) }

  /// The items of a list have no blank lines between them.
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// Returns the text after the fence of a code block, in place.
  func withFenceInfo<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let text = cmark_node_get_fence_info(pointer) else {
      return body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let length = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: length) {
      body(UnsafeBufferPointer(start: $0, count: length))
    }
  }

  /// How the columns of a table are aligned.
  var columnAlignments: [DocumentAlignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { column in
      switch letters[column] {
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .left
      }
    }
  }
}
