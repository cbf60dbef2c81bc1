/// Picks a few lines out of a text that comes chunk by chunk.
struct LineCollector {
  /// The lines still to come, the last one first.
  private var wanted: [Int]
  private var line = 1
  private var current: [UInt8] = []
  private var lines: [Int: String] = [:]
  /// How many bytes may still be kept.
  private var room = 4 << 20

  /// More bytes of a line are not kept: enough for 16,384 characters and what follows a mark.
  private static let longest = 1 << 16

  init(wanted: Set<Int>) {
    self.wanted = wanted.sorted(by: >)
  }

  /// Whether no line is left to wait for.
  var isDone: Bool { wanted.isEmpty || room <= 0 }

  mutating func read(_ chunk: [UInt8]) {
    var rest = chunk[...]
    while !isDone {
      let lineBreak = rest.firstIndex(of: UInt8(ascii: "\n"))
      if line == wanted.last {
        current += rest[..<(lineBreak ?? rest.endIndex)].prefix(Self.longest - current.count)
      }
      guard let lineBreak else { return }
      endLine()
      rest = rest[(lineBreak + 1)...]
    }
  }

  /// The lines found, once the text has ended.
  mutating func finished() -> [Int: String] {
    if !isDone { endLine() }
    return lines
  }

  private mutating func endLine() {
    if line == wanted.last {
      wanted.removeLast()
      if current.last == UInt8(ascii: "\r") { current.removeLast() }
      lines[line] = String(decoding: current, as: UTF8.self)
      room -= current.count
      current = []
    }
    line += 1
  }
}
