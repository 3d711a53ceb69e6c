import Glibc
import ListModel

extension CatalogImage {
  /// Maps the file of a descriptor, which need not stay open; nil if it cannot be mapped.
  ///
  /// Reads nothing.
  convenience init?(mapping descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let memory = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { return nil }
    self.init(adopting: UnsafeRawBufferPointer(start: memory, count: Int(status.st_size))) {
      munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
    }
  }
}
