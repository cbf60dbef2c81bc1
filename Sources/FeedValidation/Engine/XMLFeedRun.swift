internal import Diagnostics
internal import XML

/// The rule books and grammars of the XML formats, made once.
struct XMLFormats: Sendable {
  let names: NameTable
  let rss: RuleBook
  let atom: RuleBook
  let rssGrammar: Grammar
  let atomGrammar: Grammar
  let item: Int
  let entry: Int
  /// What the grammars look at: RSS's asks for no attribute's value, Atom's for what `type` says.
  let rssScope: GrammarScope
  let atomScope: GrammarScope

  init() throws(GrammarDefect) {
    var names = KnownNamespace.table
    rss = RuleBook(
      core: .none, models: RSSModels.all, checks: FeedRules.rssChecks, names: &names)
    atom = RuleBook(
      core: .atom, models: AtomModels.all, checks: FeedRules.atomChecks, names: &names)
    item = names.symbol(for: Name(.none, "item"))
    entry = names.symbol(for: Name(.atom, "entry"))
    rssScope = GrammarScope(namespace: Namespace.none, valued: [])
    atomScope = GrammarScope(
      namespace: .atom, valued: [names.symbol(for: Name(.none, "type"))])
    self.names = names
    rssGrammar = try Grammar(RSSGrammar.source)
    atomGrammar = try Grammar(AtomGrammar.source)
  }
}

/// One XML document on its way through grammar and rules.
final class XMLFeedRun {
  private let formats: XMLFormats
  private let log: Log
  private let observer: RecordObserver
  private let shapes: ShapeMemory?
  private var inspector: Inspector?
  private(set) var kind: FeedKind?
  private(set) var version: String?

  init(formats: XMLFormats, log: Log, observer: RecordObserver, shapes: ShapeMemory? = nil) {
    self.formats = formats
    self.shapes = shapes
    self.log = log
    self.observer = observer
  }

  func run(_ source: ChunkSource) {
    let consumer = DocumentReader.Consumer(
      root: { self.plan(for: $0) },
      record: {
        if self.observer.inspects { self.inspector?.inspect($0, grammarFaults: $1) }
        self.observer.passed(
          RecordObserver.Record(position: $0.position, start: $0.offset, end: $0.endOffset))
      },
      envelope: { self.inspector?.inspect($0, grammarFaults: $1) })
    let reader = DocumentReader(names: formats.names, shapes: shapes)
    for fault in reader.read({ source.next() }, to: consumer) {
      log.add(rule(for: fault.kind), fault.message, at: fault.position)
    }
  }

  private func plan(for root: Element) -> ReadingPlan {
    if root.isNamed("rss", in: .none) {
      kind = .rss
      version = root.attribute("version")?.value
      inspector = Inspector(book: formats.rss, log: log)
      return ReadingPlan(
        record: formats.item, recordDepth: 2, grammar: formats.rssGrammar, scope: formats.rssScope)
    }
    if root.isNamed("feed", in: .atom) || root.isNamed("entry", in: .atom) {
      kind = .atom
      version = "1.0"
      inspector = Inspector(book: formats.atom, log: log)
      log.memory.isSingleEntry = root.localName == "entry"
      return ReadingPlan(
        record: formats.entry, recordDepth: 1, grammar: formats.atomGrammar,
        scope: formats.atomScope)
    }
    reportUnknown(root)
    return ReadingPlan(record: nil, recordDepth: 0, grammar: nil)
  }

  private func reportUnknown(_ root: Element) {
    let uri = root.namespaceURI
    let message: String
    var help: String?
    switch root.localName {
    case "rss":
      kind = .rss
      message = "<rss> is in the namespace \(quoted(uri)), but RSS's own elements are in none"
      help = "remove the default namespace from <rss>"
    case "feed", "entry":
      kind = .atom
      message =
        uri.isEmpty
        ? "<\(root.localName)> is in no namespace"
        : "<\(root.localName)> is in the namespace \(quoted(uri)), which is not Atom 1.0's"
      help = "write xmlns=\"\(KnownNamespace.atom.uri)\" on it"
    case "RDF":
      kind = .rss
      message = "this is RSS 1.0 (RDF), which is not judged here"
      help = "publish RSS 2.0 or Atom 1.0"
    default:
      message = "<\(root.writtenName)> begins no feed"
    }
    log.add(
      DocumentRules.notAFeed, message, at: root.position,
      length: root.writtenName.unicodeScalars.count + 1, help: help)
  }

  private func rule(for kind: SyntaxFault.Kind) -> Rule {
    switch kind {
    case .syntax: DocumentRules.malformedXML
    case .namespace: DocumentRules.undeclaredPrefix
    case .encoding: DocumentRules.badEncoding
    case .limit: DocumentRules.beyondLimit
    case .external: DocumentRules.externalEntity
    }
  }
}
