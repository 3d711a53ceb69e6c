internal import Glibc
import ListModel

/// Returns a name in the file's folder that no other save uses.
func temporaryName(of place: FileLocation) -> String {
  let random = String(UInt64.random(in: .min ... .max), radix: 16)
  return ".\(place.name).tmp.\(getpid()).\(random)"
}

/// Removes leftovers of killed saves; under the lock no running save has such a file.
func removeLeftovers(of place: FileLocation, in folder: borrowing Descriptor) throws(FileError) {
  let leftovers = try names(in: folder, beginningWith: ".\(place.name).tmp.", path: place.path)
  for name in leftovers { unlinkat(folder.number, name, 0) }
}

/// Copies damaged content to `NAME.corrupt-UTC` and returns the path.
///
/// Damaged lines are preserved by every save, so the last copy may already have them all: then
/// nothing is copied, and the result is nil.
func setAside(
  _ old: FileSnapshot, because damage: [ArraySlice<UInt8>], of place: FileLocation,
  in folder: borrowing Descriptor, now: Timestamp
) throws(FileError) -> String? {
  let prefix = place.name + ".corrupt-"
  let copies = try names(in: folder, beginningWith: prefix, path: place.path).sorted()
  if let last = copies.last, try has(last, damage, besides: place, in: folder) { return nil }
  var name = prefix + now.compact
  if copies.contains(name) { name += "-" + String(UInt32.random(in: .min ... .max), radix: 16) }
  try copy(old.bytes, FileAttributes(of: old), as: name, beside: place, in: folder)
  try syncFolder(folder, path: place.path)
  return place.folder + "/" + name
}

/// Writes content under a name in a file's folder, completely or not at all.
func copy(
  _ content: [UInt8], _ attributes: FileAttributes, as name: String, beside place: FileLocation,
  in folder: borrowing Descriptor
) throws(FileError) {
  let new = temporaryName(of: place)
  try makeFile(new, in: folder, content, attributes, path: place.path)
  do throws(FileError) {
    try call(.backUp, place.path) { renameat(folder.number, new, folder.number, name) }
  } catch {
    unlinkat(folder.number, new, 0)
    throw error
  }
}

private func has(
  _ copy: String, _ damage: [ArraySlice<UInt8>], besides place: FileLocation,
  in folder: borrowing Descriptor
) throws(FileError) -> Bool {
  let copyPlace = FileLocation(folder: place.folder, name: copy)
  guard let bytes = try FileSnapshot(of: copyPlace, in: folder, atMost: 256 << 20)?.bytes
  else { return false }
  let lines = Set(bytes.split(separator: UInt8(ascii: "\n")))
  return damage.allSatisfy(lines.contains)
}
