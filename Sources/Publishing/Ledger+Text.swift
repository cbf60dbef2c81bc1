internal import Diagnostics
internal import FeedValues

/// The ledger's file: a line an article, in 256 parts that are there from the start.
extension Ledger {
  /// A ledger that can't be used.
  struct Fault: Error {
    let diagnostics: [Diagnostic]
  }

  private static let version: String = "# feedsetter ledger 1"
  private static let fieldCount = 8

  /// The file's bytes.
  var bytes: [UInt8] {
    var text = """
      \(Self.version)
      # The ids of published articles. Commit this file with the articles; never remove a line.
      # id, first published, gone since, day, slug, title, text, file

      """
    var upcoming = records[...]
    for part in UInt8.min...UInt8.max {
      text += "= \(Self.hexadecimal(part))\n"
      while let record = upcoming.first, Self.order(record.id).part == part {
        text += Self.line(record) + "\n"
        upcoming.removeFirst()
      }
    }
    return Array(text.utf8)
  }

  /// Reads a ledger, whichever order its lines are in.
  ///
  /// An id may stand in two lines, as after a merge of two branches that both edited its article, as
  /// long as both say when it was first published: that never changes.
  ///
  /// - Parameter source: The file.
  /// - Throws: `Fault` with every line that is none of a ledger's.
  init(_ source: SourceText) throws(Fault) {
    var records: [String: Record] = [:]
    var diagnostics: [Diagnostic] = []
    let lines = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { line in
        String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)[
          ...]
      }
    if lines.first != Self.version[...] {
      throw Fault(diagnostics: [Self.wrongVersion(lines.first ?? "", in: source)])
    }
    for (index, line) in lines.enumerated()
    where !line.isEmpty && !line.hasPrefix("#") && !line.hasPrefix("= ") {
      do throws(BrokenLine) {
        let record = try Self.record(line)
        guard let earlier = records.updateValue(record, forKey: record.id) else { continue }
        if earlier.gone == nil { records[record.id] = earlier }
        guard earlier.first == record.first else {
          throw BrokenLine(
            column: 1, length: record.id.unicodeScalars.count,
            message: "the id \(record.id) is in the ledger with another first publication",
            help: "keep the line that was committed first")
        }
      } catch {
        diagnostics.append(error.diagnostic(line: index + 1, in: source))
      }
    }
    guard diagnostics.isEmpty else { throw Fault(diagnostics: diagnostics) }
    self.init(records.values)
  }

  private static func wrongVersion(_ line: Substring, in source: SourceText) -> Diagnostic {
    source.diagnostic(
      PublishingRules.ledgerBroken, at: .start, length: max(1, line.unicodeScalars.count),
      line.hasPrefix("# feedsetter ledger ")
        ? "the ledger is of another version than this program's"
        : "the file does not begin as a ledger does, with \"\(version)\"")
  }

  private static func line(_ record: Record) -> String {
    [
      escaped(record.id), record.first.rfc3339, record.gone?.rfc3339 ?? "-",
      record.trace.day.rfc3339, escaped(record.trace.slug), record.trace.title.text,
      record.trace.text.text,
      escaped(record.trace.path),
    ].joined(separator: " ")
  }

  private struct BrokenLine: Error {
    let column: Int
    let length: Int
    let message: String
    var help: String?

    func diagnostic(line: Int, in source: SourceText) -> Diagnostic {
      source.diagnostic(
        PublishingRules.ledgerBroken, at: Position(line: line, column: column), length: length,
        message, help: help)
    }
  }

  private static func record(_ line: Substring) throws(BrokenLine) -> Record {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count == fieldCount else {
      let isConflict = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains { line.hasPrefix($0) }
      throw BrokenLine(
        column: 1, length: line.unicodeScalars.count,
        message: isConflict
          ? "a merge was left unresolved here"
          : "a line has \(fieldCount) fields, and this one has \(fields.count)",
        help: isConflict ? "keep the lines of both sides, and remove the marks" : nil)
    }
    func broken(_ index: Int, _ message: String) -> BrokenLine {
      let column = fields[..<index].reduce(1) { $0 + $1.unicodeScalars.count + 1 }
      return BrokenLine(
        column: column, length: max(1, fields[index].unicodeScalars.count), message: message)
    }
    func text(_ index: Int, _ name: String) throws(BrokenLine) -> String {
      guard let text = unescaped(fields[index]), !text.isEmpty else {
        throw broken(index, "the \(name) is empty or has a broken escape")
      }
      return text
    }
    func moment(_ index: Int) throws(BrokenLine) -> Timestamp {
      do throws(InvalidValue) {
        return try Timestamp(rfc3339: String(fields[index]))
      } catch {
        throw broken(index, "\"\(fields[index])\" is no moment: \(error.reason)")
      }
    }
    func fingerprint(_ index: Int) throws(BrokenLine) -> Fingerprint {
      guard let fingerprint = Fingerprint(fields[index]) else {
        throw broken(index, "\"\(fields[index])\" is not sixteen hexadecimal digits")
      }
      return fingerprint
    }
    guard let day = try? CalendarDate(rfc3339: String(fields[3])) else {
      throw broken(3, "\"\(fields[3])\" is not a day such as 2026-02-10")
    }
    return Record(
      id: try text(0, "id"), first: try moment(1),
      gone: fields[2] == "-" ? nil : try moment(2),
      trace: Trace(
        path: try text(7, "file"), slug: try text(4, "slug"), day: day,
        title: try fingerprint(5), text: try fingerprint(6)))
  }

  /// A text without spaces and control characters: those, and `%`, are percent-escaped.
  private static func escaped(_ text: String) -> String {
    let needsNone = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "%") }
    if needsNone, !text.unicodeScalars.contains(where: isBreaking) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0x7F || scalar == "%" || isBreaking(scalar) {
        for byte in String(scalar).utf8 { result += "%" + hexadecimal(byte) }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a character beyond ASCII may be taken for the end of a line.
  private static func isBreaking(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  private static func unescaped(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "%") {
        result.append(bytes[index])
        index += 1
        continue
      }
      guard index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      else { return nil }
      result.append(byte)
      index += 3
    }
    return String(validating: result, as: UTF8.self)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
