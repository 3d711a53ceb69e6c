/// The lines of a file with their numbers, counted from 1; line ends may be of any kind.
struct TextLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var start = 0
  private var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> (number: Int, bytes: ArraySlice<UInt8>)? {
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let line = bytes[start..<end]
    let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
    start = end + (isPair ? 2 : 1)
    number += 1
    return (number, line)
  }
}

/// Returns a line without white space at its ends.
func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var line = line
  while let first = line.first, first <= 0x20 { line.removeFirst() }
  while let last = line.last, last <= 0x20 { line.removeLast() }
  return line
}

/// Returns a line as text.
func text(_ line: some Collection<UInt8>) -> String { String(decoding: line, as: UTF8.self) }

/// Returns the next occurrence of a text in a line; nil if there is none.
func place(of word: StaticString, in line: ArraySlice<UInt8>, from start: Int) -> Int? {
  let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
  guard let first = word.first, line.endIndex - start >= word.count else { return nil }
  return (start...line.endIndex - word.count).first { place in
    line[place] == first && line[place..<place + word.count].elementsEqual(word)
  }
}
