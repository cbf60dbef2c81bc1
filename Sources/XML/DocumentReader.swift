internal import CLibXML2
package import Diagnostics

/// How a document is read, decided when its root element is seen.
package struct ReadingPlan {
  /// The symbol of the elements that are read, judged and forgotten one by one; nil for none.
  package let record: Int?
  /// How many elements are around a record.
  package let recordDepth: Int
  /// The grammar of records and of what is around them; nil where well-formedness is enough.
  package let grammar: Grammar?
  /// How much of the document the grammar looks at.
  package let scope: GrammarScope

  /// A plan with records of the symbol `record` that stand in `recordDepth` other elements.
  package init(
    record: Int?, recordDepth: Int, grammar: Grammar?, scope: GrammarScope = .everything
  ) {
    self.record = record
    self.recordDepth = recordDepth
    self.grammar = grammar
    self.scope = scope
  }
}

/// How much of a document a grammar looks at: it is shown no more than this.
///
/// What text says is never shown to it, only whether there is any.
package struct GrammarScope: Sendable {
  /// The namespace of the elements that the grammar describes; nil where it looks into all.
  ///
  /// It must allow anything in the elements of other namespaces.
  let namespace: Namespace?
  /// The symbols of the attributes whose values it looks at; nil for all.
  let valued: Set<Int>?

  /// A scope of all elements and all values.
  package static let everything = GrammarScope(namespace: nil, valued: nil)

  /// A scope of the elements in `namespace`, and of the values of the attributes `valued`.
  package init(namespace: Namespace?, valued: Set<Int>?) {
    self.namespace = namespace
    self.valued = valued
  }
}

/// A reason why a document is no well-formed XML, or more than this program will read; or a part of it
/// that stands elsewhere and is left out.
package struct SyntaxFault: Hashable, Sendable {
  /// What the fault comes from.
  package enum Kind: Sendable {
    case syntax, namespace, encoding, limit
    /// A declaration of something outside the document, which may stand there and is never read.
    case external
  }

  /// What the fault comes from.
  package let kind: Kind
  /// Where it is.
  package let position: Position
  /// What is wrong, as a lower-case clause.
  package let message: String
}

/// A strict, streaming reader of XML documents.
///
/// The document comes as chunks that are never joined. Elements that the plan calls records are
/// handed out one at a time when they end, so that memory is bounded by the largest of them and
/// not by the document. Nothing but the chunks is ever read: no DTD, no external entity, no network.
package struct DocumentReader {
  /// What the reader hands out; called on the thread that reads, in document order.
  package struct Consumer {
    let root: (Element) -> ReadingPlan
    let record: (Element, [GrammarFault]) -> Void
    let envelope: (Element, [GrammarFault]) -> Void

    /// A consumer of a document's parts.
    ///
    /// - Parameters:
    ///   - root: Gets the root element when its start tag has been read, and says how to go on.
    ///   - record: Gets each record at its end, with what the grammar objects to in it.
    ///   - envelope: Gets the root element at the end of a well-formed document, its records gone.
    package init(
      root: @escaping (Element) -> ReadingPlan,
      record: @escaping (Element, [GrammarFault]) -> Void,
      envelope: @escaping (Element, [GrammarFault]) -> Void
    ) {
      self.root = root
      self.record = record
      self.envelope = envelope
    }
  }

  private let names: NameTable
  private let shapes: ShapeMemory?

  /// A reader whose elements carry the symbols of `names`.
  ///
  /// - Parameters:
  ///   - names: The names that all documents have.
  ///   - shapes: What readers with the same names have found to be valid, and this one may.
  package init(names: NameTable, shapes: ShapeMemory? = nil) {
    self.names = names
    self.shapes = shapes
  }

  /// Reads the document in the chunks that `next` gives until nil.
  ///
  /// - Returns: What keeps it from being well-formed, in document order; empty where nothing does.
  package func read(_ next: @escaping () -> [UInt8]?, to consumer: Consumer) -> [SyntaxFault] {
    guard XMLLibrary.isReady else { return [.outOfMemory] }
    let chunks = DecodedChunks(next)
    let told = chunks.encoding.fault.map { [$0] } ?? []
    if chunks.encoding.isUnknown { return told }
    let session = ParserSession(
      feed: ByteFeed { chunks.next() }, encoding: chunks.encoding, names: names,
      shapes: shapes, consumer: consumer)
    return told + session.parse()
  }

  /// Reads the document in `chunks`.
  ///
  /// - Returns: What keeps it from being well-formed, in document order; empty where nothing does.
  package func read(_ chunks: [[UInt8]], to consumer: Consumer) -> [SyntaxFault] {
    var iterator = chunks.makeIterator()
    return read({ iterator.next() }, to: consumer)
  }
}

extension SyntaxFault {
  static let outOfMemory = SyntaxFault(
    kind: .limit, position: .start, message: "there is not enough memory to read the document")
}
