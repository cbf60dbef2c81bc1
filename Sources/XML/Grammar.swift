internal import CLibXML2

/// A grammar that libxml2 does not accept: a defect of this program, not of any document.
package struct GrammarDefect: Error {
  /// What libxml2 says.
  package let message: String
}

/// A compiled RELAX NG schema.
///
/// `@unchecked Sendable`: libxml2 writes to a schema while it compiles it and only reads it while
/// it validates, where everything that changes lives in a validation context. The contexts are
/// made one for each reader and stay with it.
package final class Grammar: @unchecked Sendable {
  private let schema: xmlRelaxNGPtr

  /// The schema in `source`, compiled.
  ///
  /// - Throws: `GrammarDefect` where libxml2 does not accept it.
  package init(_ source: StaticString) throws(GrammarDefect) {
    guard XMLLibrary.isReady else { throw GrammarDefect(message: "libxml2 can't start") }
    let size = Int32(source.utf8CodeUnitCount)
    let compiled = source.withUTF8Buffer { bytes -> Result<xmlRelaxNGPtr, GrammarDefect> in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let context = xmlRelaxNGNewMemParserCtxt(characters.baseAddress, size) else {
          return .failure(GrammarDefect(message: "out of memory"))
        }
        defer { xmlRelaxNGFreeParserCtxt(context) }
        let log = DefectLog()
        return withExtendedLifetime(log) {
          xmlRelaxNGSetParserStructuredErrors(
            context, DefectLog.callback, Unmanaged.passUnretained(log).toOpaque())
          guard let schema = xmlRelaxNGParse(context) else {
            return .failure(GrammarDefect(message: log.message))
          }
          return .success(schema)
        }
      }
    }
    schema = try compiled.get()
  }

  deinit {
    xmlRelaxNGFree(schema)
  }

  func withSchema<Result>(_ body: (xmlRelaxNGPtr) -> Result) -> Result { body(schema) }

  private final class DefectLog {
    var message = "no reason given"

    static let callback: xmlStructuredErrorFunc = { data, error in
      guard let data, let text = error?.pointee.message else { return }
      Unmanaged<DefectLog>.fromOpaque(data).takeUnretainedValue().message = String(cString: text)
    }
  }
}
