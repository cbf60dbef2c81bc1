/// The elements that are open, and which of them a tag ends.
///
/// A stack with the rules of the standard for what browsers do with tags that are left out, crossed or
/// never opened: <https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody>. Elements that
/// format text, such as `b`, end with the block around them and go on in the text behind it.
struct HTMLBalance {
  struct Open {
    let name: Range<Int>
    let key: UInt128
    let traits: HTMLPolicy.Traits
    /// The start tag.
    let tag: Range<Int>
    /// Whether it goes on behind what ends it against its will.
    let goesOn: Bool
  }

  /// What an end tag ends.
  enum End: Equatable {
    case nothing
    /// The innermost elements, so many of them.
    case innermost(Int)
    /// An element that formats text, from within a block that began inside it.
    case crossed(Int)
  }

  private struct Pending {
    let element: Open
    let cellDepth: Int
  }

  private(set) var open: [Open] = []
  /// Formatting that was cut off and goes on where text does, the outermost first.
  private var pending: [Pending] = []
  /// How many of `svg` and `math`, of `a`, of tables, and of cells and captions are open.
  private(set) var foreignDepth = 0
  private(set) var linkDepth = 0
  private(set) var tableDepth = 0
  private var cellDepth = 0
  /// By the open elements that change what their content is: the key of `svg` or `math`, 0 for HTML.
  private var contents: [UInt128] = []

  /// How many open elements a tag looks at, so that deep nesting costs no more than shallow: no
  /// article of a person nests deeper.
  private static let reach = 128
  /// How much formatting goes on at once, and how much of it alike, which is the standard's number.
  private static let (mostPending, mostAlike) = (16, 3)

  private static let scope: HTMLPolicy.Traits = [.cell, .table, .caption, .integration]
  private static let special: HTMLPolicy.Traits = [
    .block, .row, .rowGroup, .cell, .caption, .table, .integration,
  ]

  mutating func push(_ element: Open) {
    open.append(element)
    count(element.traits, 1)
    if element.traits.contains(.foreign) {
      contents.append(element.key)
    } else if element.traits.contains(.integration) {
      contents.append(0)
    }
  }

  mutating func pop() -> Open? {
    guard let element = open.popLast() else { return nil }
    count(element.traits, -1)
    if !element.traits.isDisjoint(with: [.foreign, .integration]) { contents.removeLast() }
    if !pending.isEmpty { pending.removeAll { $0.cellDepth > cellDepth } }
    return element
  }

  private mutating func count(_ traits: HTMLPolicy.Traits, _ step: Int) {
    if traits.isDisjoint(with: [.foreign, .link, .table, .cell, .caption]) { return }
    if traits.contains(.foreign) { foreignDepth += step }
    if traits.contains(.link) { linkDepth += step }
    if traits.contains(.table) { tableDepth += step }
    if !traits.isDisjoint(with: [.cell, .caption]) { cellDepth += step }
  }

  /// Whether formatting waits to go on in the text that comes next.
  var hasPending: Bool { !pending.isEmpty }

  /// Notes that `element` was closed by something else than its own end.
  mutating func cutOff(_ element: Open, in html: [UInt8]) {
    guard element.goesOn, pending.count < Self.mostPending else { return }
    let tag = html[element.tag]
    let alike = pending.count { html[$0.element.tag].elementsEqual(tag) }
    if alike < Self.mostAlike {
      pending.insert(Pending(element: element, cellDepth: cellDepth), at: 0)
    }
  }

  /// The formatting that goes on in text that stands here, which is then no longer pending.
  mutating func takePending() -> [Open] {
    if foreignContent != nil { return [] }
    let bars: HTMLPolicy.Traits = [.table, .row, .rowGroup]
    if let last = open.last, !last.traits.isDisjoint(with: bars) { return [] }
    let taken = pending.filter { $0.cellDepth == cellDepth }.map(\.element)
    if !taken.isEmpty { pending.removeAll { $0.cellDepth == cellDepth } }
    return taken
  }

  /// Gives all formatting up that would go on.
  mutating func forgetPending() { pending.removeAll() }

  /// Ends pending formatting; false where there is none of that name.
  mutating func endPending(_ key: UInt128) -> Bool {
    let index = pending.lastIndex { $0.element.key == key && $0.cellDepth == cellDepth }
    guard let index else { return false }
    pending.remove(at: index)
    return true
  }

  /// The key of `svg` or `math` where what stands here is theirs; nil where it is HTML.
  var foreignContent: UInt128? {
    guard let key = contents.last, key != 0 else { return nil }
    return key
  }

  /// How many of the innermost elements `svg` or `math` and what is open in it are.
  var countOfForeign: Int {
    guard let index = open.lastIndex(where: { $0.traits.contains(.foreign) }) else { return 0 }
    return open.count - index
  }

  /// How many of the innermost elements end where an element of `traits` begins; ask again until it
  /// is none.
  func countEnded(byStartOf traits: HTMLPolicy.Traits) -> Int {
    if open.isEmpty { return 0 }
    if traits.contains(.block) {
      let count = count(to: .paragraph, within: Self.scope)
      if count > 0 { return count }
      if traits.contains(.heading), open.last?.traits.contains(.heading) == true { return 1 }
    }
    if traits.isDisjoint(with: Self.ending) { return 0 }
    // Of what is special only these keep an item from ending the one before it.
    if traits.contains(.item) { return count(to: .item, within: Self.special, passing: .open) }
    if traits.contains(.definition) {
      return count(to: .definition, within: Self.special, passing: .open)
    }
    if traits.contains(.cell) { return count(to: [.cell, .caption], within: [.row, .table]) }
    if traits.contains(.row) {
      return count(to: [.cell, .row, .caption], within: [.rowGroup, .table])
    }
    if traits.contains(.rowGroup) || traits.contains(.caption) {
      return count(to: [.cell, .row, .rowGroup, .caption], within: .table)
    }
    return count(to: .rubyText, within: .ruby)
  }

  /// What an end tag ends, or the start of an `a` that ends another one.
  func ended(
    byEndOf name: Range<Int>, key: UInt128, in html: [UInt8], as element: HTMLPolicy.Traits
  ) -> End {
    var bounds = Self.scope
    if !element.isDisjoint(with: [.cell, .row, .rowGroup, .caption, .table]) {
      bounds = .table
    } else if element.contains(.item) {
      bounds.insert(.list)
    } else if element.isDisjoint(with: Self.special.union(.formatting)) {
      bounds = Self.special
    }
    var isCrossed = false
    for (depth, candidate) in open.suffix(Self.reach).reversed().enumerated() {
      let isHeading = element.contains(.heading) && candidate.traits.contains(.heading)
      if isHeading
        || candidate.key == key && (key != 0 || HTMLNames.areEqual(html, candidate.name, name))
      {
        return isCrossed ? .crossed(depth + 1) : .innermost(depth + 1)
      }
      if !candidate.traits.isDisjoint(with: bounds) { return .nothing }
      if element.contains(.formatting), !candidate.traits.isDisjoint(with: Self.special) {
        isCrossed = true
      }
    }
    return .nothing
  }

  /// How many of the innermost elements there are down to the outermost of those whose tags begin at
  /// `starts`.
  func count(toTagsAt starts: Set<Int>) -> Int {
    let near = open.suffix(Self.reach)
    guard let index = near.firstIndex(where: { starts.contains($0.tag.lowerBound) }) else {
      return 0
    }
    return open.endIndex - index
  }

  private static let ending: HTMLPolicy.Traits = [
    .item, .definition, .cell, .row, .rowGroup, .caption, .rubyText,
  ]

  private func count(
    to ended: HTMLPolicy.Traits, within bounds: HTMLPolicy.Traits,
    passing passed: HTMLPolicy.Traits = []
  ) -> Int {
    for (depth, candidate) in open.suffix(Self.reach).reversed().enumerated() {
      if !candidate.traits.isDisjoint(with: ended) { return depth + 1 }
      if !candidate.traits.isDisjoint(with: bounds), candidate.traits.isDisjoint(with: passed) {
        return 0
      }
    }
    return 0
  }
}
