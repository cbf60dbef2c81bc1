#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension FileSystem {
  /// A text that differs from that of another version of this program or of a library that it uses.
  ///
  /// The files that its code was loaded from, each with its size and time of change. Nil where the system
  /// does not tell them, or one was replaced since.
  package static func programFiles() -> String? {
    #if os(Linux)
      guard let maps = try? read("/proc/self/maps", limit: 1 << 22) else { return nil }
      var files: Set<String> = []
      for line in maps.split(separator: UInt8(ascii: "\n")) {
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
        guard fields.count == 6, fields[1].contains(UInt8(ascii: "x")) else { continue }
        let path = fields[5].drop { $0 == UInt8(ascii: " ") }
        if path.first == UInt8(ascii: "/") { files.insert(String(decoding: path, as: UTF8.self)) }
      }
      var text = ""
      for file in files.sorted() {
        var status = stat()
        guard unsafe stat(file, &status) == 0 else { return nil }
        text += "\(file) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)\n"
      }
      return text.isEmpty ? nil : text
    #else
      return nil
    #endif
  }
}
