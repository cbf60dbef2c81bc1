/// The elements that are open, and which of them a tag ends.
///
/// Simple rules of a stack instead of the standard's tree construction: an end tag closes what was
/// opened inside its element, one that was never opened is dropped, and the elements whose end tags
/// HTML lets authors leave out end where the next one begins. See
/// <https://html.spec.whatwg.org/multipage/syntax.html#optional-tags>.
struct HTMLBalance {
  struct Open {
    let name: Range<Int>
    let key: UInt128
    let traits: HTMLPolicy.Traits
  }

  private(set) var open: [Open] = []
  /// How many of `svg` and `math`, and of `a`, are open.
  private(set) var foreignDepth = 0
  private(set) var linkDepth = 0

  /// How many open elements a tag looks at, so that deep nesting costs no more than shallow: no
  /// article of a person nests deeper.
  private static let reach = 128

  mutating func push(_ element: Open) {
    open.append(element)
    if element.traits.contains(.foreign) { foreignDepth += 1 }
    if element.traits.contains(.link) { linkDepth += 1 }
  }

  mutating func pop() -> Open? {
    guard let element = open.popLast() else { return nil }
    if element.traits.contains(.foreign) { foreignDepth -= 1 }
    if element.traits.contains(.link) { linkDepth -= 1 }
    return element
  }

  /// How many of the innermost elements end where an element of `traits` begins; ask again until it
  /// is none.
  func countEnded(byStartOf traits: HTMLPolicy.Traits) -> Int {
    if open.isEmpty { return 0 }
    if traits.contains(.block) {
      let count = count(to: .paragraph, within: [.cell, .table, .caption])
      if count > 0 { return count }
    }
    if traits.isDisjoint(with: Self.ending) { return 0 }
    if traits.contains(.item) { return count(to: .item, within: [.list, .cell, .table]) }
    if traits.contains(.definition) {
      return count(to: .definition, within: [.definitionList, .cell, .table])
    }
    if traits.contains(.cell) { return count(to: [.cell, .caption], within: [.row, .table]) }
    if traits.contains(.row) {
      return count(to: [.cell, .row, .caption], within: [.rowGroup, .table])
    }
    if traits.contains(.rowGroup) || traits.contains(.caption) {
      return count(to: [.cell, .row, .rowGroup, .caption], within: .table)
    }
    if traits.contains(.rubyText) { return count(to: .rubyText, within: .ruby) }
    return count(to: .link, within: [.cell, .table])
  }

  /// How many of the innermost elements end where an end tag stands; 0 where it ends none.
  func countEnded(
    byEndOf name: Range<Int>, key: UInt128, in html: [UInt8], as element: HTMLPolicy.Traits
  )
    -> Int
  {
    var bounds: HTMLPolicy.Traits = [.cell, .table, .caption]
    if !element.isDisjoint(with: [.cell, .row, .rowGroup, .caption, .table]) { bounds = .table }
    if element.contains(.item) { bounds = [.list, .cell, .table] }
    for (depth, candidate) in open.suffix(Self.reach).reversed().enumerated() {
      if candidate.key == key, key != 0 || HTMLNames.areEqual(html, candidate.name, name) {
        return depth + 1
      }
      if !candidate.traits.isDisjoint(with: bounds) { return 0 }
    }
    return 0
  }

  private static let ending: HTMLPolicy.Traits = [
    .item, .definition, .cell, .row, .rowGroup, .caption, .rubyText, .link,
  ]

  private func count(to ended: HTMLPolicy.Traits, within bounds: HTMLPolicy.Traits) -> Int {
    for (depth, candidate) in open.suffix(Self.reach).reversed().enumerated() {
      if !candidate.traits.isDisjoint(with: ended) { return depth + 1 }
      if !candidate.traits.isDisjoint(with: bounds) { return 0 }
    }
    return 0
  }
}
