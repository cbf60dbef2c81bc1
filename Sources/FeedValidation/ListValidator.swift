internal import Diagnostics
internal import JSON
internal import XML

/// Judges lists of feeds: OPML by libxml2 and a grammar, JSON by its syntax.
package struct ListValidator: Sendable {
  private let grammar: Grammar

  /// A validator with its schema compiled.
  ///
  /// - Throws: `ValidatorDefect` where libxml2 refuses the schema.
  package init() throws(ValidatorDefect) {
    do throws(GrammarDefect) {
      grammar = try Grammar(OPMLGrammar.source)
    } catch {
      throw ValidatorDefect(message: error.message)
    }
  }

  /// What is first wrong with a document as OPML 2.0.
  ///
  /// - Parameter document: Its bytes, in slices that are never joined.
  /// - Returns: The place and the fault as a lower-case clause; nil for a valid document.
  package func fault(inOPML document: [[UInt8]]) -> String? {
    let log = FaultLog()
    let plan = ReadingPlan(record: nil, recordDepth: 0, grammar: grammar)
    let consumer = DocumentReader.Consumer(
      root: { _ in plan },
      record: { _, _ in },
      envelope: { _, faults in
        log.messages += faults.map {
          "line \($0.element.position.line): \($0.message)"
        }
      })
    let syntax = DocumentReader(names: NameTable(namespaces: [])).read(document, to: consumer)
      .map { "line \($0.position.line): \($0.message)" }
    return (syntax + log.messages).first
  }

  /// What is first wrong with a document as JSON.
  ///
  /// - Parameter document: Its bytes, in slices that are never joined.
  /// - Returns: The place and the fault as a lower-case clause; nil for a valid document.
  package func fault(inJSON document: [[UInt8]]) -> String? {
    let log = FaultLog()
    var iterator = document.makeIterator()
    var parser = JSONParser(
      duplicate: { log.messages.append("line \($0.position.line): a member is there twice") },
      nextChunk: { iterator.next() })
    do throws(JSONFault) {
      _ = try parser.parse()
    } catch {
      log.messages.append("line \(error.position.line): \(error.message)")
    }
    return log.messages.first
  }

  /// What the readers call back with.
  private final class FaultLog {
    var messages: [String] = []
  }
}
