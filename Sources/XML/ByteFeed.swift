internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A document's bytes on their way to the parser, chunk by chunk, and the places in them.
///
/// A chunk is kept until the last place asked for lies behind it, so that lines and columns are
/// counted once, over the bytes as they came, whatever the parser's own buffer holds by then.
final class ByteFeed {
  private let next: () -> [UInt8]?
  @exclusivity(unchecked) private var kept: [[UInt8]] = []
  /// Where the parser reads on: a chunk of `kept` and a byte in it.
  private var chunk = 0
  private var byte = 0
  /// How many bytes the parser has been given.
  private(set) var given = 0

  @exclusivity(unchecked) private var mark = Mark()

  /// A place that lines and columns are counted up to.
  private struct Mark {
    var offset = 0
    var chunk = 0
    var byte = 0
    var line = 1
    var column = 1
  }

  /// A feed of the chunks that `next` gives until it gives nil.
  init(_ next: @escaping () -> [UInt8]?) {
    self.next = next
  }

  /// Fills `buffer` from the chunks; returns how many bytes there were, 0 at the end.
  ///
  /// It is filled to its end wherever there is that much: libxml2 recognises an encoding by the
  /// first four bytes and takes fewer for a document of fewer.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var filled = 0
    while filled < buffer.count {
      guard chunk < kept.count else {
        dropPassedChunks()
        guard let fresh = next() else { break }
        kept.append(fresh)
        continue
      }
      let count = min(buffer.count - filled, kept[chunk].count - byte)
      kept[chunk].withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[byte..<byte + count]))
      }
      filled += count
      byte += count
      if byte == kept[chunk].count {
        chunk += 1
        byte = 0
      }
    }
    given += filled
    return filled
  }

  /// How many bytes lie before the place asked for last.
  var passed: Int { mark.offset }

  /// The place of the byte at `offset`, which is not before the place asked for last.
  func position(at offset: Int) -> Position {
    advance(&mark, to: offset)
    return Position(line: mark.line, column: mark.column)
  }

  /// The place of the byte at `offset`, without moving on to it.
  func peekPosition(at offset: Int) -> Position {
    var copy = mark
    advance(&copy, to: offset)
    return Position(line: copy.line, column: copy.column)
  }

  /// The byte at `offset`, which has been given and lies behind the place asked for last.
  func peekByte(at offset: Int) -> UInt8? {
    var index = mark.byte + (offset - mark.offset)
    for bytes in kept[min(mark.chunk, kept.count)...] {
      if index < 0 { return nil }
      if index < bytes.count { return bytes[index] }
      index -= bytes.count
    }
    return nil
  }

  private func dropPassedChunks() {
    let passed = min(mark.chunk, chunk)
    guard passed > 0 else { return }
    kept.removeFirst(passed)
    chunk -= passed
    mark.chunk -= passed
  }

  private func advance(_ mark: inout Mark, to offset: Int) {
    var left = offset - mark.offset
    while left > 0, mark.chunk < kept.count {
      let count = min(left, kept[mark.chunk].count - mark.byte)
      kept[mark.chunk].withUnsafeBufferPointer { bytes in
        Self.count(UnsafeBufferPointer(rebasing: bytes[mark.byte..<mark.byte + count]), in: &mark)
      }
      mark.byte += count
      mark.offset += count
      left -= count
      if mark.byte == kept[mark.chunk].count {
        mark.chunk += 1
        mark.byte = 0
      }
    }
  }

  /// From line break to line break, and a plain loop over the last line's bytes, which the compiler
  /// vectorises; a loop over all bytes that branches on line breaks is several times slower.
  private static func count(_ bytes: UnsafeBufferPointer<UInt8>, in mark: inout Mark) {
    guard var start = bytes.baseAddress else { return }
    let end = start + bytes.count
    while let found = memchr(start, Int32(UInt8(ascii: "\n")), end - start) {
      start = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
      mark.line += 1
      mark.column = 1
    }
    var scalars = 0
    for byte in UnsafeBufferPointer(start: start, count: end - start) where byte & 0xC0 != 0x80 {
      scalars &+= 1
    }
    mark.column += scalars
  }
}
