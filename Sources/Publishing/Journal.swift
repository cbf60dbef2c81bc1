internal import Diagnostics

/// What a run is about to do to a published folder, kept in it for as long as that takes.
///
/// A line of text a step. The last line holds a checksum: with it the journal is complete, every new file
/// is whole and flushed, and the next run does what a killed one did not come to. Without it no file
/// has taken its place yet, and what is staged is discarded.
struct Journal: Equatable, Sendable {
  /// A file whose next bytes are staged beside it.
  struct Write: Equatable, Sendable {
    /// Below the published folder; of a file elsewhere, as seen from there.
    let path: String
    /// How many bytes are staged.
    let size: Int
  }

  var writes: [Write] = []
  /// Files elsewhere that change with those in the folder.
  var beside: [Write] = []
  var removals: [String] = []
  /// The size of the new list of files.
  var listSize = 0
  /// Whether everything is staged.
  var isComplete = false

  static let name = ".feedsetter-journal"

  /// The lines before the last.
  var body: [UInt8] {
    var text = "feedsetter journal 1\n# A build was stopped here. The next one completes it.\n"
    for file in beside { text += "beside \(file.size) \(Self.escaped(file.path))\n" }
    for file in writes { text += "write \(file.size) \(Self.escaped(file.path))\n" }
    for path in removals { text += "remove \(Self.escaped(path))\n" }
    return Array((text + "list \(listSize)\n").utf8)
  }

  /// The last line, which makes it complete.
  var ending: [UInt8] { Array("complete \(Self.checksum(of: body))\n".utf8) }

  /// FNV-1a in 64 bits, in hexadecimal digits.
  private static func checksum(of bytes: some Sequence<UInt8>) -> String {
    let value = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(value, radix: 16)
  }

  private static func escaped(_ path: String) -> String {
    var text = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func unescaped(_ text: Substring) -> String? {
    var path = ""
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "\\" else {
        path.unicodeScalars.append(scalar)
        continue
      }
      switch scalars.next() {
      case "\\": path += "\\"
      case "n": path += "\n"
      default: return nil
      }
    }
    return path
  }
}

extension Journal {
  /// A journal as it was found; whoever wrote it may have meant harm.
  ///
  /// Of an incomplete one, lines that make no sense are passed over: it may end anywhere.
  ///
  /// - Throws: `Failure.broken` where one that says to be complete is not as it was written.
  init(_ source: SourceText, bytes: [UInt8]) throws(PublishedFolder.Failure) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let texts = lines.map { String(decoding: $0, as: UTF8.self) }
    // What follows the last line break is a line that was not written to its end.
    let whole = texts.dropLast()
    isComplete = whole.last?.hasPrefix("complete ") ?? false
    guard isComplete else {
      for line in whole { _ = read(line) }
      return
    }
    for (index, line) in whole.dropLast().enumerated() where !read(line) {
      throw .broken(Self.finding(in: source, line: index + 1, "\"\(line)\" is no step"))
    }
    let start = bytes.count - (whole.last?.utf8.count ?? 0) - 1
    guard whole.first == "feedsetter journal 1",
      whole.last == "complete \(Self.checksum(of: bytes[..<start]))"
    else {
      throw .broken(
        Self.finding(in: source, line: whole.count, "its checksum is not that of its lines"))
    }
  }

  private static func finding(in source: SourceText, line: Int, _ message: String) -> Diagnostic {
    source.diagnostic(
      PublishingRules.journalBroken, at: Position(line: line, column: 1), message)
  }

  /// Takes a line; false where it is none of a journal.
  private mutating func read(_ line: String) -> Bool {
    if line == "feedsetter journal 1" || line.hasPrefix("#") { return true }
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    switch parts[0] {
    case "remove":
      guard let path = Self.unescaped(parts[1]), PublishedFolder.isOwnPath(path) else {
        return false
      }
      removals.append(path)
    case "list":
      guard let size = Self.size(parts[1]) else { return false }
      listSize = size
    case "write", "beside":
      let words = parts[1].split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
      guard words.count == 2, let size = Self.size(words[0]), let path = Self.unescaped(words[1])
      else { return false }
      if parts[0] == "write" {
        guard PublishedFolder.isOwnPath(path) else { return false }
        writes.append(Write(path: path, size: size))
      } else {
        beside.append(Write(path: path, size: size))
      }
    default: return false
    }
    return true
  }

  private static func size(_ text: Substring) -> Int? {
    Int(text).flatMap { $0 >= 0 ? $0 : nil }
  }
}
