/// The shapes of records that grammars were found to allow.
///
/// Most records of a feed are made alike: the next that looks the same needs neither tree nor grammar. For
/// one document at a time, all of them read with the same names.
package final class ShapeMemory {
  @exclusivity(unchecked) private var valid: [ObjectIdentifier: Set<[Int32]>] = [:]
  /// How many more words are remembered.
  private var room = 1 << 18
  private static let longest = 1 << 14

  /// A memory of nothing.
  package init() {}

  /// Whether `grammar` is known to allow what looks like `shape`.
  func holds(_ shape: Shape, of grammar: Grammar) -> Bool {
    valid[ObjectIdentifier(grammar)]?.contains(shape.words) == true
  }

  /// Remembers that `grammar` allows what looks like `shape`, where there is room.
  func insert(_ shape: Shape, of grammar: Grammar) {
    guard shape.words.count <= min(room, Self.longest) else { return }
    room -= shape.words.count
    valid[ObjectIdentifier(grammar), default: []].insert(shape.words)
  }
}
