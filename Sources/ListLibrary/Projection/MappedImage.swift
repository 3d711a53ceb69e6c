import Glibc
import ListModel

extension CatalogImage {
  /// Maps the file of a descriptor, which need not stay open; nil if it cannot be mapped.
  ///
  /// Reads nothing. In huge pages, where the kernel has them for files (see `HugePages`), what is
  /// used is mapped with fewer faults, and read with fewer requests if it is not in memory; but
  /// 2 MiB at a time.
  convenience init?(mapping descriptor: Int32, inHugePages: Bool) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let memory = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      memory != MAP_FAILED
    else { return nil }
    madvise(memory, Int(status.st_size), inHugePages ? MADV_HUGEPAGE : MADV_NOHUGEPAGE)
    self.init(adopting: UnsafeRawBufferPointer(start: memory, count: Int(status.st_size))) {
      munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
    }
  }
}
