internal import Diagnostics
internal import FeedValues
internal import XML

/// One feed in XML on its way to a snapshot.
final class XMLFeedReading {
  /// The namespaces that feeds are read by.
  enum Known: Int, CaseIterable {
    case none, atom, content, dc, dcterms, xml, rdf, rss1, rss090

    var uri: String {
      switch self {
      case .none: ""
      case .atom: "http://www.w3.org/2005/Atom"
      case .content: "http://purl.org/rss/1.0/modules/content/"
      case .dc: "http://purl.org/dc/elements/1.1/"
      case .dcterms: "http://purl.org/dc/terms/"
      case .xml: "http://www.w3.org/XML/1998/namespace"
      case .rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      case .rss1: "http://purl.org/rss/1.0/"
      case .rss090: "http://my.netscape.com/rdf/simple/0.9/"
      }
    }
  }

  private static let vocabulary = Vocabulary()

  /// The names that records are told by.
  private struct Vocabulary {
    var names = NameTable(namespaces: Known.allCases.dropFirst().map(\.uri))
    let items: [Namespace: Int]
    let entry: Int

    init() {
      var items: [Namespace: Int] = [:]
      for namespace in [Namespace.none, .rss1, .rss090] {
        items[namespace] = names.symbol(for: Name(namespace, "item"))
      }
      self.items = items
      entry = names.symbol(for: Name(.atom, "entry"))
    }
  }

  private enum Kind {
    /// RSS, its own elements in this namespace.
    case rss(Namespace)
    case atom
  }

  private var kind: Kind?
  private var items: [RawItem] = []
  private var isOverfull = false
  private var rootBase: String?
  private var title = ""
  private var selfAddress: String?
  private var home: String?
  /// Why the root element is none of a feed.
  private var refusal: FeedFault?

  func read(_ segments: [[UInt8]]) throws(FeedFault) -> FeedSnapshot {
    let consumer = DocumentReader.Consumer(
      root: { self.plan(for: $0) }, record: { record, _ in self.take(record) },
      envelope: { root, _ in self.finish(root) })
    let faults = DocumentReader(names: Self.vocabulary.names).read(segments, to: consumer)
    // A prefix that nobody declared, a part that stands elsewhere or another encoding than the one
    // declared hinder nobody from reading on.
    let fatal =
      faults.first { $0.kind == .syntax || $0.kind == .limit } ?? (kind == nil ? faults.first : nil)
    if let refusal { throw refusal }
    if let fatal { throw FeedFault(position: fatal.position, message: fatal.message) }
    guard let kind else { throw FeedFault(position: .start, message: "the document has no root") }
    if isOverfull {
      throw FeedFault(
        position: .start, message: "the feed has more than \(FeedReader.mostItems) items")
    }
    let near = home.flatMap(RawItem.absolute) ?? selfAddress.flatMap(RawItem.absolute)
    let base = rootBase.flatMap { RawItem.resolve($0, against: near) }.flatMap(RawItem.absolute)
    let format: FeedSnapshot.Format =
      switch kind {
      case .rss: .rss
      case .atom: .atom
      }
    return FeedSnapshot(
      format: format, title: title, selfAddress: selfAddress, homePage: home,
      items: items.map { $0.resolved(against: base ?? near) })
  }

  private func plan(for root: Element) -> ReadingPlan {
    rootBase = root.attribute("base", in: .xml)?.value
    switch root.localName {
    case "rss":
      // Some declare a default namespace on it, and mean RSS nevertheless.
      kind = .rss(root.namespace)
      return plan(record: Self.vocabulary.items[root.namespace], depth: 2)
    case "RDF" where root.namespace == .rdf:
      let declared = root.namespaceDeclarations.first { $0.uri == Known.rss090.uri }
      let namespace: Namespace = declared == nil ? .rss1 : .rss090
      kind = .rss(namespace)
      return plan(record: Self.vocabulary.items[namespace], depth: 1)
    case "feed" where root.namespace == .atom:
      kind = .atom
      return plan(record: Self.vocabulary.entry, depth: 1)
    case "entry" where root.namespace == .atom:
      kind = .atom
      return plan(record: nil, depth: 0)
    default:
      refusal = FeedFault(
        position: root.position, message: "<\(root.writtenName)> begins no feed that is known here")
      return plan(record: nil, depth: 0)
    }
  }

  private func plan(record: Int?, depth: Int) -> ReadingPlan {
    ReadingPlan(record: record, recordDepth: depth, grammar: nil)
  }

  private func take(_ record: Element) {
    guard items.count < FeedReader.mostItems else {
      isOverfull = true
      return
    }
    switch kind {
    case .rss(let namespace): items.append(RSSItem(record, namespace: namespace).item)
    case .atom: items.append(AtomEntry(record).item)
    case nil: break
    }
  }

  private func finish(_ root: Element) {
    switch kind {
    case .rss(let namespace):
      let channel = root.child("channel", in: namespace)
      title = channel?.child("title", in: namespace)?.trimmedText ?? ""
      home = channel?.child("link", in: namespace)?.trimmedText.trimmed
      selfAddress = channel?.links.first { $0.relation == "self" }?.address
      rootBase = channel?.attribute("base", in: .xml)?.value ?? rootBase
      // Items where they don't belong, or in a namespace of their own.
      for parent in [channel, root].compactMap(\.self) {
        for child in parent.children where child.isNamed("item", in: namespace) { take(child) }
      }
    case .atom where root.localName == "entry": take(root)
    case .atom:
      title = root.child("title", in: .atom).map(AtomText.plain) ?? ""
      home = root.links.first { $0.relation == "alternate" }?.address
      selfAddress = root.links.first { $0.relation == "self" }?.address
    case nil: break
    }
  }
}

extension Namespace {
  static let atom = Namespace(number: XMLFeedReading.Known.atom.rawValue)
  static let content = Namespace(number: XMLFeedReading.Known.content.rawValue)
  static let dc = Namespace(number: XMLFeedReading.Known.dc.rawValue)
  static let dcterms = Namespace(number: XMLFeedReading.Known.dcterms.rawValue)
  static let xml = Namespace(number: XMLFeedReading.Known.xml.rawValue)
  static let rdf = Namespace(number: XMLFeedReading.Known.rdf.rawValue)
  static let rss1 = Namespace(number: XMLFeedReading.Known.rss1.rawValue)
  static let rss090 = Namespace(number: XMLFeedReading.Known.rss090.rawValue)
}
