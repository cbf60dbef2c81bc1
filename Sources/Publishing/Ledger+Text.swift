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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4096 + records.count * 160)
    bytes +=
      """
      \(Self.version)
      # The ids of published articles. Commit this file with the articles; never remove a line.
      # id, first published, gone since, day, slug, title, text, file, archive

      """.utf8
    var next = 0
    for part in UInt8.min...UInt8.max {
      bytes += "= ".utf8
      Self.appendHexadecimal(part, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
      while next < records.count, Self.order(records[next].id).part == part {
        Self.append(records[next], to: &bytes)
        next += 1
      }
    }
    return bytes
  }

  private static func append(_ record: Record, to bytes: inout [UInt8]) {
    let space = UInt8(ascii: " ")
    appendEscaped(record.id, to: &bytes)
    bytes.append(space)
    bytes += record.first.rfc3339.utf8
    bytes.append(space)
    bytes += (record.gone?.rfc3339 ?? "-").utf8
    bytes.append(space)
    bytes += record.trace.day.rfc3339.utf8
    bytes.append(space)
    appendEscaped(record.trace.slug, to: &bytes)
    bytes.append(space)
    bytes += record.trace.title.digits
    bytes.append(space)
    bytes += record.trace.text.digits
    bytes.append(space)
    appendEscaped(record.trace.path, to: &bytes)
    if let archive = record.archive { bytes += " \(archive)".utf8 }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Appends a text without spaces and control characters: those, and `%`, are percent-escaped.
  private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "%") }) {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 || scalar == "%" || isBreaking(scalar) {
        for byte in String(scalar).utf8 {
          bytes.append(UInt8(ascii: "%"))
          appendHexadecimal(byte, to: &bytes)
        }
      } else {
        bytes += String(scalar).utf8
      }
    }
  }

  /// Whether a character may be taken for the end of a line, or is none that a person sees.
  private static func isBreaking(_ scalar: Unicode.Scalar) -> Bool {
    0x7F...0x9F ~= scalar.value || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  private static func appendHexadecimal(_ byte: UInt8, to bytes: inout [UInt8]) {
    for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
  }

  /// Reads a ledger, whichever order its lines are in.
  ///
  /// An id may stand in two lines, as after a merge of two branches that both edited its article, as
  /// long as both say when it was first published: that never changes.
  ///
  /// - Parameter source: The file.
  /// - Throws: `Fault` with every line that is none of a ledger's.
  init(_ source: SourceText) throws(Fault) {
    var records: [Record] = []
    var indices: [String: Int] = [:]
    var diagnostics: [Diagnostic] = []
    var lines = LedgerLines(source.bytes)
    let first = lines.next() ?? []
    guard first.elementsEqual(Self.version.utf8) else {
      throw Fault(diagnostics: [Self.wrongVersion(first, in: source)])
    }
    while let line = lines.next() {
      if line.isEmpty || line.first == UInt8(ascii: "#") || line.starts(with: "= ".utf8) {
        continue
      }
      do throws(LedgerLine.Fault) {
        let record = try LedgerLine(line, fieldCount: Self.fieldCount).record()
        guard let index = indices[record.id] else {
          indices[record.id] = records.count
          records.append(record)
          continue
        }
        guard records[index].first == record.first else {
          throw LedgerLine.Fault(
            column: 1, length: record.id.unicodeScalars.count,
            message: "the id \(record.id) is in the ledger with another first publication",
            help: "keep the line that was committed first")
        }
        records[index] = Self.merged(records[index], record)
      } catch {
        diagnostics.append(
          source.diagnostic(
            PublishingRules.ledgerBroken, at: Position(line: lines.number, column: error.column),
            length: error.length, error.message, help: error.help))
      }
    }
    guard diagnostics.isEmpty else { throw Fault(diagnostics: diagnostics) }
    self.init(records)
  }

  /// One record of two of an id: who is published stays so, and what was dealt stays where it was first.
  private static func merged(_ lhs: Record, _ rhs: Record) -> Record {
    var record = lhs.gone == nil ? lhs : rhs
    record.archive = [lhs.archive, rhs.archive].compactMap(\.self).min()
    return record
  }

  private static func wrongVersion(_ line: ArraySlice<UInt8>, in source: SourceText) -> Diagnostic {
    let line = String(decoding: line, as: UTF8.self)
    return source.diagnostic(
      PublishingRules.ledgerBroken, at: .start, length: max(1, line.unicodeScalars.count),
      line.hasPrefix("# feedsetter ledger ")
        ? "the ledger is of another version than this program's"
        : "the file does not begin as a ledger does, with \"\(version)\"")
  }
}
