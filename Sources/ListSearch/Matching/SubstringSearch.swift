/// Where `needle` first stands in `text` at or behind an offset; nil where it does not.
func firstRange(
  of needle: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer, from start: Int = 0
) -> Int? {
  guard let first = needle.first else { return nil }
  let last = text.count - needle.count
  guard start <= last else { return nil }
  for offset in start...last where text[offset] == first {
    if UnsafeRawBufferPointer(rebasing: text[offset..<(offset + needle.count)])
      .elementsEqual(needle)
    {
      return offset
    }
  }
  return nil
}
