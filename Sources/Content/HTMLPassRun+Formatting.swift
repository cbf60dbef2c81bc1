/// Formatting that crosses the borders of blocks or of other formatting.
///
/// As in browsers it is cut where it crosses, and goes on behind that:
/// <https://html.spec.whatwg.org/multipage/parsing.html#adoption-agency-algorithm>.
extension HTMLPassRun {
  /// Closes what ends where an element begins, and lets formatting go on around it.
  ///
  /// - Parameter known: What the element is in HTML.
  /// - Returns: What it is where it stands.
  mutating func makeRoom(for known: HTMLPolicy.Traits) -> HTMLPolicy.Traits {
    if balance.foreignDepth > 0 {
      if known.contains(.breakout) || isFontOfHTML {
        while balance.foreignContent != nil {
          close(balance.countOfForeign, at: tokenizer.start)
        }
      } else if balance.foreignContent != nil {
        return known.intersection([.void, .media, .foreign, .integration])
      }
    }
    let isInline = known.isDisjoint(with: [.block, .cell, .row, .rowGroup, .caption])
    if !isInline, !split.isEmpty {
      close(balance.count(toTagsAt: split), at: tokenizer.start)
    }
    while case let count = balance.countEnded(byStartOf: known), count > 0 {
      close(count, at: tokenizer.start)
    }
    if known.contains(.link) { endLink() }
    if isInline { goOn(at: tokenizer.start) }
    return balance.foreignDepth > 0 ? known : known.subtracting(.integration)
  }

  /// Whether the tag is a `font` with an attribute that SVG does not have.
  private var isFontOfHTML: Bool {
    tokenizer.nameKey == Self.font
      && tokenizer.attributes.contains { Self.fontAttributes.contains($0.key) }
  }

  private static let font = HTMLNames.key("font")
  private static let fontAttributes = ["color", "face", "size"].map { HTMLNames.key($0) }

  /// Ends the link that another one begins in.
  private mutating func endLink() {
    let count = countEnded(as: [.link, .formatting])
    if count == 0 { return }
    close(count - 1, at: tokenizer.start)
    close(1, at: tokenizer.start)
    _ = balance.endPending(tokenizer.nameKey)
  }

  /// How many of the innermost elements the tag ends as an end tag; notes where it crosses a block.
  mutating func countEnded(as traits: HTMLPolicy.Traits) -> Int {
    if balance.hasPending, traits.contains(.formatting), balance.endPending(tokenizer.nameKey) {
      return 0
    }
    switch balance.ended(
      byEndOf: tokenizer.name, key: tokenizer.nameKey, in: html, as: traits)
    {
    case .nothing: return 0
    case .innermost(let count): return count
    case .crossed(let count):
      split.insert(balance.open[balance.open.count - count].tag.lowerBound)
      return count
    }
  }

  /// Lets formatting go on in the text between two constructs, where there is more than white space.
  mutating func goOn(inTextFrom start: Int, to token: HTMLTokenizer.Token?) {
    let end = token == nil ? html.count : tokenizer.start
    if let text = html[start..<end].firstIndex(where: { !HTMLNames.isSpace($0) }) {
      goOn(at: text)
    } else if token == .looseBracket || token == .unfinished {
      goOn(at: end)
    }
  }

  /// Opens the formatting once more that was cut off before `place`.
  mutating func goOn(at place: Int) {
    if !balance.hasPending { return }
    for element in balance.takePending() {
      let tag = cleanTag(html[element.tag])
      remainingTags -= tag.count
      if remainingTags < 0 { return balance.forgetPending() }
      replace(place..<place, by: tag)
      balance.push(element)
    }
  }

  /// A start tag as the pass writes it.
  private func cleanTag(_ tag: ArraySlice<UInt8>) -> [UInt8] {
    var run = HTMLPassRun(Array(tag), targets: targets, sources: sources)
    guard run.tokenizer.nextToken() == .startTag else { return [] }
    run.cleanAttributes(isMedia: false)
    run.replace(tag.count..<tag.count, by: [])
    return run.output
  }
}
