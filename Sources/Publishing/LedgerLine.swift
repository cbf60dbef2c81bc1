internal import FeedValues

/// The lines of a ledger, one after another, without what ends them.
struct LedgerLines {
  private let bytes: [UInt8]
  private var start = 0
  /// Which line was returned last, from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> ArraySlice<UInt8>? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let line = bytes[start..<end]
    start = end + 1
    number += 1
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }
}

/// The line of a record.
struct LedgerLine {
  /// What makes a line none of a ledger's.
  struct Fault: Error {
    let column: Int
    let length: Int
    let message: String
    var help: String?
  }

  private let fields: [ArraySlice<UInt8>]

  /// The fields of `line`: `fieldCount`, and the number of an archive where there is one.
  init(_ line: ArraySlice<UInt8>, fieldCount: Int) throws(Fault) {
    fields = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard fieldCount...fieldCount + 1 ~= fields.count else {
      let isConflict = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains {
        line.starts(with: $0.utf8)
      }
      throw Fault(
        column: 1, length: max(1, Self.characters(in: line)),
        message: isConflict
          ? "a merge was left unresolved here"
          : "a line has \(fieldCount) fields, and this one has \(fields.count)",
        help: isConflict ? "keep the lines of both sides, and remove the marks" : nil)
    }
  }

  /// The record that the line is.
  func record() throws(Fault) -> Ledger.Record {
    let day: CalendarDate
    do throws(InvalidValue) {
      day = try CalendarDate(rfc3339: written(3))
    } catch {
      throw broken(3, "\"\(written(3))\" is not a day such as 2026-02-10")
    }
    return Ledger.Record(
      id: try text(0, "id"), first: try moment(1),
      gone: fields[2].elementsEqual("-".utf8) ? nil : try moment(2),
      trace: Ledger.Trace(
        path: try text(7, "file"), slug: try text(4, "slug"), day: day,
        title: try fingerprint(5), text: try fingerprint(6)),
      archive: fields.count > 8 ? try archive(8) : nil)
  }

  private func written(_ index: Int) -> String { String(decoding: fields[index], as: UTF8.self) }

  private static func characters(in bytes: ArraySlice<UInt8>) -> Int {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.count
  }

  private func broken(_ index: Int, _ message: String) -> Fault {
    let column = fields[..<index].reduce(1) { $0 + Self.characters(in: $1) + 1 }
    return Fault(
      column: column, length: max(1, Self.characters(in: fields[index])), message: message)
  }

  private func text(_ index: Int, _ name: String) throws(Fault) -> String {
    guard let text = Self.unescaped(fields[index]), !text.isEmpty else {
      throw broken(index, "the \(name) is empty, no UTF-8, or has a broken escape")
    }
    return text
  }

  private func moment(_ index: Int) throws(Fault) -> Timestamp {
    do throws(InvalidValue) {
      return try Timestamp(rfc3339: written(index))
    } catch {
      throw broken(index, "\"\(written(index))\" is no moment: \(error.reason)")
    }
  }

  private func fingerprint(_ index: Int) throws(Fault) -> Fingerprint {
    guard let fingerprint = Fingerprint(digits: fields[index]) else {
      throw broken(index, "\"\(written(index))\" is not sixteen hexadecimal digits")
    }
    return fingerprint
  }

  private func archive(_ index: Int) throws(Fault) -> Int {
    // No site has as many, and numbers are counted on from here.
    guard let number = Int(written(index)), 1...1_000_000 ~= number else {
      throw broken(index, "\"\(written(index))\" is not the number of an archive")
    }
    return number
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(validating: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte != UInt8(ascii: "%") {
        result.append(byte)
        continue
      }
      guard let high = hexadecimal(rest.popFirst()), let low = hexadecimal(rest.popFirst()) else {
        return nil
      }
      result.append(high << 4 | low)
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8?) -> UInt8? {
    switch byte {
    case let byte? where 0x30...0x39 ~= byte: byte - 0x30
    case let byte? where 0x61...0x66 ~= byte: byte - 0x57
    case let byte? where 0x41...0x46 ~= byte: byte - 0x37
    default: nil
    }
  }
}
