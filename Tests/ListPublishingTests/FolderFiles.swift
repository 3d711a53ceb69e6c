import Foundation
import TestSupport

/// The files below a folder, with their bytes.
func files(below folder: String) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  let root = URL(filePath: folder)
  let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
  while let url = all?.nextObject() as? URL {
    let path = url.path
    if !url.hasDirectoryPath { files[String(path.dropFirst(folder.count + 1))] = contents(path) }
  }
  return files
}
