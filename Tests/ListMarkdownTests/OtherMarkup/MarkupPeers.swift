import Foundation
import TestSupport

/// The output of pandoc, preceded by asciidoctor for AsciiDoc, for a document.
struct MarkupPeers {
  static let isThere = systemProgram("pandoc") != nil && systemProgram("asciidoctor") != nil
  static let reason = "skipped: needs pandoc and asciidoctor, which Tests/Tools/setup --tests has"

  /// Where the links in items, definitions and tables of a file lead, in their order; links to
  /// places in the document and those around pictures left out.
  static func links(inItemsOf path: String) throws -> [String] {
    let line =
      path.hasSuffix(".adoc")
      ? #"asciidoctor -b docbook5 -o - "$0" 2>/dev/null | pandoc -f docbook -t json 2>/dev/null"#
      : #"pandoc -f "$1" -t json "$0" 2>/dev/null"#
    let json = try SpawnedProcess.output(
      of: "/bin/sh", ["-c", line, path, path.hasSuffix(".org") ? "org" : "rst"],
      environment: ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"])
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8))
    var found: [String] = []
    let blocks = (document as? [String: Any])?["blocks"] ?? []
    collect(blocks, isInItem: false, into: &found)
    return found
  }

  private static func collect(_ node: Any, isInItem: Bool, into found: inout [String]) {
    if let nodes = node as? [Any] {
      for node in nodes { collect(node, isInItem: isInItem, into: &found) }
    } else if let node = node as? [String: Any] {
      let type = node["t"] as? String ?? ""
      let isItem = ["BulletList", "OrderedList", "DefinitionList", "Table"].contains(type)
      if type == "Link", isInItem, let parts = node["c"] as? [Any], parts.count == 3,
        let url = (parts[2] as? [Any])?.first as? String, !url.hasPrefix("#"), !isPicture(parts[1])
      {
        found.append(url)
      }
      // Of a table the head comes after its caption; keys would come in any order.
      for key in node.keys.sorted() {
        if let inner = node[key] {
          collect(inner, isInItem: isInItem || isItem, into: &found)
        }
      }
    }
  }

  private static func isPicture(_ inlines: Any) -> Bool {
    let types = (inlines as? [[String: Any]] ?? []).compactMap { $0["t"] as? String }
    return types == ["Image"]
  }
}
