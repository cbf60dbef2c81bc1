internal import Content
internal import Diagnostics
internal import FeedValues

extension BuildState {
  private static let version = "feedsetter state 1"

  /// Lines of fields with tabs between them, and a checksum; nil where a finding is of no known rule.
  var bytes: [UInt8]? {
    var text = StateText()
    text.line(Self.version)
    text.line("run", run)
    text.line("span", Self.field(span.start), Self.field(span.end))
    text.line("ledger", ledger)
    text.line("articles", articles)
    text.line("published", published, String(unchanged))
    text.line("counts", counts.map(String.init).joined(separator: " "))
    for (question, answer) in answers.sorted(by: { $0.key < $1.key }) {
      text.line("asked", question.subject.rawValue, question.path, answer)
    }
    for article in upcoming {
      text.line("upcoming", String(article.date.seconds), article.title, article.file)
    }
    let rules = diagnostics.isEmpty ? [:] : Self.rules
    for finding in diagnostics {
      guard rules[finding.rule.id] == finding.rule else { return nil }
      text.line(
        "finding", finding.rule.id, finding.severity.rawValue, finding.location.file,
        Self.field(finding.location.position?.line), Self.field(finding.location.position?.column),
        finding.message, finding.help, String(finding.length),
        finding.sourceLine.map { "+" + $0 } ?? "-", String(finding.notes.count))
      for note in finding.notes {
        text.line(
          "note", note.location.file, Self.field(note.location.position?.line),
          Self.field(note.location.position?.column), note.message)
      }
    }
    return text.complete
  }

  /// A state as it was found; whoever wrote it may have meant harm.
  ///
  /// Nil where it is not whole, or not what this program writes.
  init?(_ bytes: [UInt8]) {
    guard var lines = StateLines(bytes), lines.next(Self.version, count: 0) != nil,
      let run = lines.next("run", count: 1), let span = lines.next("span", count: 2),
      let ledger = lines.next("ledger", count: 1), let articles = lines.next("articles", count: 1),
      let published = lines.next("published", count: 2), let unchanged = Int(published[1]),
      let numbers = lines.next("counts", count: 1)?[0].split(separator: " ").compactMap({ Int($0) }
      ),
      numbers.count == Self.counted.count, (numbers + [unchanged]).allSatisfy({ $0 >= 0 }),
      let start = Self.number(span[0]), let end = Self.number(span[1])
    else { return nil }
    self.init(
      run: run[0], span: QuietSpan(from: start, to: end), ledger: ledger[0], articles: articles[0],
      published: published[0], unchanged: unchanged, counts: numbers)
    while let fields = lines.next("asked", count: 3) {
      guard let subject = FileQuestion.Subject(rawValue: fields[0]) else { return nil }
      answers[FileQuestion(subject, of: fields[1])] = fields[2]
    }
    while let fields = lines.next("upcoming", count: 3) {
      guard let seconds = Int(fields[0]), let date = try? Timestamp(seconds: seconds) else {
        return nil
      }
      upcoming.append(UpcomingArticle(date: date, title: fields[1], file: fields[2]))
    }
    let rules = lines.isAtEnd ? [:] : Self.rules
    while let fields = lines.next("finding", count: 10) {
      guard let finding = Self.finding(fields, &lines, rules) else { return nil }
      diagnostics.append(finding)
    }
    guard lines.isAtEnd else { return nil }
  }

  private static func finding(
    _ fields: [String], _ lines: inout StateLines, _ rules: [String: Rule]
  ) -> Diagnostic? {
    guard let rule = rules[fields[0]], let severity = Severity(rawValue: fields[1]),
      let location = location(fields[2], fields[3], fields[4]), let length = Int(fields[7]),
      let noteCount = Int(fields[9])
    else { return nil }
    var notes: [Diagnostic.Note] = []
    while let note = lines.next("note", count: 4) {
      guard let location = self.location(note[0], note[1], note[2]) else { return nil }
      notes.append(Diagnostic.Note(at: location, note[3]))
    }
    guard notes.count == noteCount else { return nil }
    return Diagnostic(
      rule: rule, severity: severity, location: location, message: fields[5], help: fields[6],
      sourceLine: fields[8].hasPrefix("+") ? String(fields[8].dropFirst()) : nil, length: length,
      notes: notes)
  }

  private static func location(_ file: String, _ line: String, _ column: String) -> SourceLocation?
  {
    guard let line = number(line), let column = number(column) else { return nil }
    guard let line, let column else {
      return line == nil && column == nil ? SourceLocation(file: file) : nil
    }
    guard line > 0, column > 0 else { return nil }
    return SourceLocation(file: file, position: Position(line: line, column: column))
  }

  private static var rules: [String: Rule] {
    Dictionary(
      RuleCatalogue.all.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func field(_ number: Int?) -> String { number.map(String.init) ?? "-" }

  /// The number or none that a field holds; nil where it holds neither.
  private static func number(_ field: String) -> Int?? {
    if field == "-" { return .some(nil) }
    return Int(field).map { .some($0) }
  }
}

/// The text of a state while it is written.
private struct StateText {
  private var bytes: [UInt8] = []

  /// The text with its checksum.
  var complete: [UInt8] {
    bytes + "complete \(Digest(bytes[...]).hexadecimal)\n".utf8
  }

  mutating func line(_ fields: String...) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\t")) }
      for byte in field.utf8 {
        switch byte {
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        case UInt8(ascii: "\n"): bytes += "\\n".utf8
        case UInt8(ascii: "\t"): bytes += "\\t".utf8
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}

/// The lines of a state, from the first one on.
private struct StateLines {
  private var rest: ArraySlice<ArraySlice<UInt8>>

  /// Nil where the checksum is not that of the lines.
  init?(_ bytes: [UInt8]) {
    guard bytes.last == UInt8(ascii: "\n"),
      let end = bytes.dropLast().lastIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let body = bytes[...end]
    guard
      bytes[(end + 1)...].elementsEqual("complete \(Digest(body).hexadecimal)\n".utf8)
    else { return nil }
    rest = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// The fields of the next line, which is passed, if it begins with `name` and has so many more.
  mutating func next(_ name: String, count: Int) -> [String]? {
    guard let line = rest.first else { return nil }
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard fields.count == count + 1, fields[0].elementsEqual(name.utf8) else { return nil }
    var texts: [String] = []
    for field in fields.dropFirst() {
      guard let text = Self.text(field) else { return nil }
      texts.append(text)
    }
    rest.removeFirst()
    return texts
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String? {
    guard field.contains(UInt8(ascii: "\\")) else { return String(decoding: field, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): bytes.append(UInt8(ascii: "\t"))
      default: return nil
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
