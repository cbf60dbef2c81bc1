import Diagnostics
import FeedValidation
import Testing

/// The validator that all tests use, as a program would.
let validator: FeedValidator? = try? FeedValidator()

/// What the validator says, as `rule line:column` in reading order; advice (info) is left out.
func judge(_ document: String, as kind: FeedKind? = nil) -> [String] {
  judge([Array(document.utf8)], as: kind)
}

func judge(_ segments: [[UInt8]], as kind: FeedKind? = nil) -> [String] {
  findings(in: segments, as: kind, alsoOf: nil)
}

/// What the validator says, advice left out but that of one rule.
private func findings(
  in segments: [[UInt8]], as kind: FeedKind? = nil, alsoOf rule: String?
) -> [String] {
  guard let validator else { return ["no validator"] }
  return validator.validate(segments, as: kind)
    .filter { $0.severity != .info || $0.rule.id == rule }
    .map { "\($0.rule.id) \($0.position.line):\($0.position.column)" }
}

/// A document with one mark, and the place it stood at.
struct Marked {
  let text: String
  let place: String

  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var place = "nowhere"
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      if scalar == "‸" {
        place = "\(line):\(column)"
        continue
      }
      text.append(scalar)
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    self.text = String(text)
    self.place = place
  }
}

/// A part of a feed that breaks one rule at a mark, and one that breaks none.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let wrong: String
  let right: String

  init(_ rule: String, _ wrong: String, not right: String) {
    self.rule = rule
    self.wrong = wrong
    self.right = right
  }

  var testDescription: String { "\(rule): \(wrong)" }

  /// Expects the rule to be broken at the mark alone, and not to be broken by the other part,
  /// in which a mark means nothing.
  ///
  /// - Parameters:
  ///   - sourceLocation: Where failures are shown.
  ///   - document: Makes a document around a part, the mark where the part has it.
  func expect(
    sourceLocation: Testing.SourceLocation = #_sourceLocation, in document: (String) -> String
  ) {
    let marked = Marked(document(wrong))
    #expect(
      findings(in: [Array(marked.text.utf8)], alsoOf: rule) == ["\(rule) \(marked.place)"],
      sourceLocation: sourceLocation)
    #expect(
      findings(in: [Array(Marked(document(right)).text.utf8)], alsoOf: rule) == [],
      sourceLocation: sourceLocation)
  }
}
