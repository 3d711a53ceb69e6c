import JSONLines

/// A JSON object on a line of its own.
///
/// - Parameter members: writes them.
func jsonLine(_ members: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter()
  writer.beginObject()
  members(&writer)
  writer.endObject()
  writer.endLine()
  return String(decoding: writer.bytes, as: UTF8.self)
}
