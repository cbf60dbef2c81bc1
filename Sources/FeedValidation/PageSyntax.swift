package import Diagnostics
internal import XML

/// Whether pages of HTML that are written as XML are whole.
package enum PageSyntax {
  /// The first reason why a page is no well-formed XML; nil where it is.
  ///
  /// - Parameter segments: The page's bytes, in slices that are never joined.
  /// - Returns: Where it is, and what.
  package static func fault(in segments: [[UInt8]]) -> (position: Position, message: String)? {
    let plan = ReadingPlan(record: nil, recordDepth: 0, grammar: nil)
    let faults = DocumentReader(names: NameTable(namespaces: [])).read(
      segments, to: .init(root: { _ in plan }, record: { _, _ in }, envelope: { _, _ in }))
    return faults.first.map { ($0.position, $0.message) }
  }
}
