import Glibc
import JSONLines
import ListModel

extension MergedLine {
  /// Merges two versions of a line, given their common base, if known.
  ///
  /// Member by member: changes by one side are applied; if both changed it, the rule decides.
  /// Symmetric in the two versions.
  init(base: MergedLine?, _ one: MergedLine, _ other: MergedLine, by schema: MergeSchema) {
    if one == other {
      self = one.bytes.lexicographicallyPrecedes(other.bytes) ? one : other
      return
    }
    let (first, second) = one.isEarlier(than: other) ? (one, other) : (other, one)
    let isSameLine = first["id"] == second["id"]
    var names = second.members.map(\.name)
    let known = Set(names)
    names += first.members.map(\.name).filter { !known.contains($0) }
    let members = names.compactMap { name -> (name: String, value: [UInt8])? in
      let value = mergedValue(
        base: base.map { $0[name] }, first[name], second[name],
        by: schema.rules[name] ?? .later, isSameLine: isSameLine)
      return value.map { (name, $0) }
    }
    let merged = MergedLine(members)
    // A side with the same value keeps its spelling.
    self = [first, second].first { $0 == merged } ?? merged
  }
}

/// Returns the value of a member after both sides; `base` is nil if no common state is known, and
/// holds nil if that had no such member.
private func mergedValue(
  base: [UInt8]??, _ first: [UInt8]?, _ second: [UInt8]?, by rule: MergeRule, isSameLine: Bool
) -> [UInt8]? {
  if first == second { return first }
  // An element that one side dropped may have grown on the other.
  if rule == .largestOfEach {
    guard let first, let second else { return first ?? second }
    if let all = largestOfEach(first, second) { return all }
  }
  if let base {
    if first == base { return second }
    if second == base { return first }
  }
  guard let first, let second else { return second ?? first }
  switch rule {
  case .later, .largestOfEach: return second
  case .smallest: return isLess(first, second) ? first : second
  case .largest: return isLess(first, second) ? second : first
  case .flag:
    return isSameLine || base != nil ? second : Array("true".utf8)
  case .set:
    let union = mergedSet(base: (base ?? nil).flatMap(textsValue) ?? [], first, second)
    return union ?? second
  case .text:
    guard let one = textValue(first), let other = textValue(second) else { return second }
    var json = JSONWriter()
    json.value(bothTexts(one, other))
    return json.bytes
  }
}

/// Returns the members of two objects of pairs, with the larger numbers of both, in the order of
/// the names.
///
/// Nil if one is not such an object.
private func largestOfEach(_ first: [UInt8], _ second: [UInt8]) -> [UInt8]? {
  guard let one = pairsValue(first), let other = pairsValue(second) else { return nil }
  let pairs = one.merging(other) { (max($0.0, $1.0), max($0.1, $1.1)) }
  var json = JSONWriter()
  json.beginObject()
  for (name, pair) in pairs.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
    json.name(String(decoding: name, as: UTF8.self))
    json.beginArray()
    json.value(pair.0)
    json.value(pair.1)
    json.endArray()
  }
  json.endObject()
  return json.bytes
}

/// Returns whether a number is less than another; null is the least.
///
/// Texts go by their bytes, and an empty one is less than none.
private func isLess(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  if let one = numberValue(one), let other = numberValue(other) { return one < other }
  if numberValue(one) != nil || numberValue(other) != nil { return numberValue(one) == nil }
  return one != Array("\"\"".utf8) && one.lexicographicallyPrecedes(other)
}

/// Returns the base's texts that both sides still have, then the additions of either side.
private func mergedSet(base: [String], _ first: [UInt8], _ second: [UInt8]) -> [UInt8]? {
  guard let first = textsValue(first), let second = textsValue(second) else { return nil }
  let before = Set(base.map { Array($0.utf8) })
  let (one, other) = (Set(first.map { Array($0.utf8) }), Set(second.map { Array($0.utf8) }))
  var result = base.filter { one.contains(Array($0.utf8)) && other.contains(Array($0.utf8)) }
  var seen = before
  for text in first + second where seen.insert(Array(text.utf8)).inserted { result.append(text) }
  var json = JSONWriter()
  json.beginArray()
  for text in result { json.value(text) }
  json.endArray()
  return json.bytes
}

/// Both texts, one below the other; only one if it contains the other as whole lines, so that
/// merging is idempotent.
private func bothTexts(_ one: String, _ other: String) -> String {
  if one.isEmpty || holds(other, one) { return other }
  if other.isEmpty || holds(one, other) { return one }
  return one + "\n" + other
}

/// Returns whether the lines of a text are in another one, one after another; costs one pass.
private func holds(_ text: String, _ lines: String) -> Bool {
  // The library's search ends at a zero.
  guard !text.utf8.contains(0), !lines.utf8.contains(0) else { return false }
  return strstr("\n\(text)\n", "\n\(lines)\n") != nil
}
