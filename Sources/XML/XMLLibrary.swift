internal import CLibXML2

/// libxml2 as a whole: what must happen once, before any thread uses it.
enum XMLLibrary {
  /// Touched before every use; the language runs a static initialiser exactly once.
  ///
  /// The type tables of RELAX NG and of XML Schema are made on first use without a lock, so all
  /// three calls are needed here. Nothing ever calls `xmlCleanupParser`: it would pull the tables
  /// from under other threads.
  static let isReady: Bool = {
    xmlInitParser()
    return xmlRelaxNGInitTypes() == 0 && initialiseSchemaTypes()
  }()

  private static func initialiseSchemaTypes() -> Bool {
    xmlSchemaInitTypes()
    return true
  }
}
