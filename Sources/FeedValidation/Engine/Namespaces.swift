internal import XML

/// The namespaces that rules speak of.
///
/// A new vocabulary begins with a line here.
enum KnownNamespace: Int, CaseIterable {
  case none, atom, xhtml, xml
  case admin, app, blogChannel, cc, content, creativeCommons, dc, dcterms
  case event, geo, geoURL, georss, history, itunes, media, pingback, podcast, rdf, slash
  case syndication, thread, tombstones, trackback, wfw

  var uri: String {
    switch self {
    case .none: ""
    case .atom: "http://www.w3.org/2005/Atom"
    case .xhtml: "http://www.w3.org/1999/xhtml"
    case .xml: "http://www.w3.org/XML/1998/namespace"
    case .admin: "http://webns.net/mvcb/"
    case .app: "http://www.w3.org/2007/app"
    case .blogChannel: "http://backend.userland.com/blogChannelModule"
    case .cc: "http://web.resource.org/cc/"
    case .content: "http://purl.org/rss/1.0/modules/content/"
    case .creativeCommons: "http://backend.userland.com/creativeCommonsRssModule"
    case .dc: "http://purl.org/dc/elements/1.1/"
    case .dcterms: "http://purl.org/dc/terms/"
    case .event: "http://purl.org/rss/1.0/modules/event/"
    case .geo: "http://www.w3.org/2003/01/geo/wgs84_pos#"
    case .geoURL: "http://geourl.org/rss/module/"
    case .georss: "http://www.georss.org/georss"
    case .history: "http://purl.org/syndication/history/1.0"
    case .itunes: "http://www.itunes.com/dtds/podcast-1.0.dtd"
    case .media: "http://search.yahoo.com/mrss/"
    case .pingback: "http://madskills.com/public/xml/rss/module/pingback/"
    case .podcast: "https://podcastindex.org/namespace/1.0"
    case .rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    case .slash: "http://purl.org/rss/1.0/modules/slash/"
    case .syndication: "http://purl.org/rss/1.0/modules/syndication/"
    case .thread: "http://purl.org/syndication/thread/1.0"
    case .tombstones: "http://purl.org/atompub/tombstones/1.0"
    case .trackback: "http://madskills.com/public/xml/rss/module/trackback/"
    case .wfw: "http://wellformedweb.org/CommentAPI/"
    }
  }

  /// The prefix that its documentation and everybody writes; nil where there is no custom.
  var usualPrefix: String? {
    switch self {
    case .none, .xml, .xhtml: nil
    case .event: "ev"
    case .geoURL: "geourl"
    case .history: "fh"
    case .syndication: "sy"
    case .thread: "thr"
    case .tombstones: "at"
    default: "\(self)"
    }
  }

  /// Its number in every document's table.
  var namespace: Namespace { Namespace(number: rawValue) }

  /// A table that knows these namespaces under their own numbers.
  static var table: NameTable {
    NameTable(namespaces: allCases.dropFirst().map(\.uri))
  }
}

extension Namespace {
  static let atom = KnownNamespace.atom.namespace
  static let xhtml = KnownNamespace.xhtml.namespace
}
