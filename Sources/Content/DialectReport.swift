package import Diagnostics

/// What of an article's dialects no feed carries.
package struct DialectLosses: Sendable {
  let source: SourceText
  /// In the order of their places.
  let all: [DialectLoss]

  /// Nil where nothing was lost; `deadLinks` are looked for in the text as they are written.
  init?(_ source: SourceText, bodyStart: Int, _ losses: [DialectLoss], deadLinks: [[UInt8]]) {
    if losses.isEmpty, deadLinks.isEmpty { return nil }
    var all = losses
    var places: [[UInt8]: Int] = [:]
    for link in deadLinks {
      // The same link stands further down the second time.
      let from = places[link] ?? bodyStart
      let found = source.bytes[min(from, source.bytes.count)...].firstRange(of: link)
      places[link] = found?.upperBound ?? source.bytes.count
      all.append(
        DialectLoss(
          kind: .sourceLink, name: String(decoding: link, as: UTF8.self),
          offset: found?.lowerBound ?? bodyStart))
    }
    self.source = source
    self.all = all.sorted { ($0.offset, $0.kind.rawValue) < ($1.offset, $1.kind.rawValue) }
  }
}

/// Tells what was lost: once a kind for the whole run, or place by place.
package struct DialectReport {
  private struct Kind {
    var count = 0
    var names: [String: Int] = [:]
    var first: (source: SourceText, loss: DialectLoss)?
  }

  private let listsPlaces: Bool
  private var kinds = [Kind](repeating: Kind(), count: DialectLoss.Kind.allCases.count)
  private var places: [Diagnostic] = []

  /// A report that tells each place where `listsPlaces`.
  package init(listsPlaces: Bool) { self.listsPlaces = listsPlaces }

  /// Takes in what an article lost.
  package mutating func add(_ losses: DialectLosses) {
    if listsPlaces { return list(losses) }
    for loss in losses.all {
      let index = loss.kind.rawValue
      kinds[index].count += 1
      kinds[index].names[loss.name, default: 0] += 1
      let isFirst = kinds[index].first.map {
        (losses.source.path, loss.offset) < ($0.source.path, $0.loss.offset)
      }
      if isFirst ?? true { kinds[index].first = (losses.source, loss) }
    }
  }

  /// The findings, in the order of the kinds or of the places.
  package var diagnostics: [Diagnostic] {
    if listsPlaces { return places }
    return DialectLoss.Kind.allCases.compactMap { kind in
      let found = kinds[kind.rawValue]
      guard let (source, loss) = found.first else { return nil }
      let isOne = found.count == 1
      let names = found.names.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      var list = names.prefix(5).map { name, count in
        count == 1 ? "`\(name)`" : "`\(name)` \(count) times"
      }.joined(separator: ", ")
      if names.count > 5 { list += " and \(names.count - 5) others" }
      return source.diagnostic(
        kind.rule, at: source.position(ofByteAt: loss.offset),
        isOne
          ? kind.message(about: loss.name)
          : "\(kind.messageForAll(found.count)), the first one here: \(list)")
    }
  }

  private mutating func list(_ losses: DialectLosses) {
    let bytes = losses.source.bytes
    var line = 1
    var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var column = 1
    var place = lineStart
    for loss in losses.all {
      while place < min(loss.offset, bytes.count) {
        if bytes[place] == UInt8(ascii: "\n") {
          line += 1
          lineStart = place + 1
          column = 1
        } else if bytes[place] & 0xC0 != 0x80 {
          column += 1
        }
        place += 1
      }
      // A line of many thousand characters is not shown with each of its findings.
      let shown = bytes[lineStart...].prefix(1000).firstIndex { $0 == 0x0A || $0 == 0x0D }
      let isShort = shown != nil || bytes.count - lineStart < 1000
      places.append(
        Diagnostic(
          rule: loss.kind.rule,
          location: SourceLocation(
            file: losses.source.path, position: Position(line: line, column: column)),
          message: loss.kind.message(about: loss.name), help: loss.kind.rule.cure,
          sourceLine: isShort
            ? String(decoding: bytes[lineStart..<(shown ?? bytes.count)], as: UTF8.self) : nil))
    }
  }
}

extension DialectLoss.Kind {
  fileprivate var rule: Rule {
    self == .sourceLink ? ContentRules.linkToSource : ContentRules.dialectDropped
  }

  fileprivate func message(about name: String) -> String {
    switch self {
    case .tag: "a feed can't run the tag `\(name)`, so it is left out"
    case .output: "only the site's generator knows what `\(name)` is, so it is left out"
    case .shortcode: "a feed can't run the shortcode `\(name)`, so it is left out"
    case .component: "a feed can't show the component `\(name)`, so it is left out"
    case .expression: "a feed can't evaluate `\(name)`, so it is left out"
    case .directive: "a feed can't show the directive `\(name)`, so it is left out"
    case .sourceLink: "`\(name)` is the file of no article in these feeds"
    }
  }

  fileprivate func messageForAll(_ count: Int) -> String {
    switch self {
    case .tag: "feeds can't run template tags, so \(count) are left out"
    case .output: "only the site's generator knows what \(count) outputs are, so they are left out"
    case .shortcode: "feeds can't run shortcodes, so \(count) are left out"
    case .component: "feeds can't show components, so \(count) are left out"
    case .expression: "feeds can't evaluate expressions, so \(count) are left out"
    case .directive: "feeds can't show directives, so \(count) are left out"
    case .sourceLink: "\(count) links lead to files of no article in these feeds"
    }
  }
}
