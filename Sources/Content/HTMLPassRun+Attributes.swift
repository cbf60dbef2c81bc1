extension HTMLPassRun {
  /// Rewrites the attributes of a tag that is kept: addresses absolute, lazy loading undone, nothing
  /// that could run.
  mutating func cleanAttributes(isMedia: Bool) {
    let lazy = isMedia ? lazyLoading() : LazyLoading()
    for index in tokenizer.attributes.indices {
      let attribute = tokenizer.attributes[index]
      if attribute.isMalformed {
        leaveOut(attribute)
        continue
      }
      let kind = attributes[attribute.key]
      if kind == nil || attribute.value == nil {
        if isHandler(attribute) {
          tell("`on…` handler", attribute)
          leaveOut(attribute)
        } else if kind == .idle || kind == .autoplay && isMedia {
          leaveOut(attribute)
        } else if kind == .active {
          tell(attribute)
          leaveOut(attribute)
        } else if kind == .url || kind == .source || kind == .sourceSet {
          // Nothing is an address too, that of the page.
          leaveOut(attribute)
        } else if attribute.holdsBracket {
          escapeBrackets(attribute)
        }
        continue
      }
      guard let kind, let value = attribute.value else { continue }
      clean(attribute, index, kind, tokenizer.html[value], lazy, isMedia: isMedia)
    }
  }

  /// Which attributes take the place of others.
  private struct LazyLoading {
    var source: Int?
    var sourceSet: Int?
  }

  private mutating func clean(
    _ attribute: HTMLTokenizer.Attribute, _ index: Int, _ kind: HTMLPolicy.Attribute,
    _ value: ArraySlice<UInt8>, _ lazy: LazyLoading, isMedia: Bool
  ) {
    switch kind {
    case .url: cleanURL(attribute, value, isShown: false)
    case .source:
      let isReplaced = lazy.source != nil && attribute.key == Self.sourceKey
      // The page itself is no picture.
      if isReplaced || value.allSatisfy(HTMLNames.isSpace) {
        leaveOut(attribute)
      } else {
        cleanURL(attribute, value, isShown: true)
      }
    case .sourceSet:
      let isReplaced = lazy.sourceSet != nil && attribute.key == Self.sourceSetKey
      if isReplaced { leaveOut(attribute) } else { cleanSources(attribute, value) }
    case .lazySource:
      if lazy.source == index {
        cleanURL(attribute, value, isShown: true, newName: "src")
      } else if attribute.holdsBracket {
        escapeBrackets(attribute)
      }
    case .lazySourceSet:
      if lazy.sourceSet == index {
        cleanSources(attribute, value, newName: "srcset")
      } else if attribute.holdsBracket {
        escapeBrackets(attribute)
      }
    case .style:
      if HTMLActiveContent.isActiveStyle(value) {
        tell("`style` attribute that loads or runs something", attribute)
        leaveOut(attribute)
      } else if HTMLActiveContent.isOverlay(value) {
        tell("`style` attribute that covers what is beside it", attribute)
        leaveOut(attribute)
      } else if attribute.holdsBracket {
        escapeBrackets(attribute)
      }
    case .animated:
      if HTMLActiveContent.isActiveTarget(value) {
        tell("animation of an address", attribute)
        leaveOut(attribute)
      } else if attribute.holdsBracket {
        escapeBrackets(attribute)
      }
    case .idle: leaveOut(attribute)
    case .autoplay:
      if isMedia {
        leaveOut(attribute)
      } else if attribute.holdsBracket {
        escapeBrackets(attribute)
      }
    case .active:
      tell(attribute)
      leaveOut(attribute)
    }
  }

  private static let sourceKey = HTMLNames.key("src")
  private static let sourceSetKey = HTMLNames.key("srcset")

  /// The attributes of lazy loading that hold what the tag shows once a script has run.
  ///
  /// A placeholder is a `data:` URL or nothing.
  private func lazyLoading() -> LazyLoading {
    var lazy = LazyLoading()
    var (hasSource, hasSourceSet) = (false, false)
    for (index, attribute) in tokenizer.attributes.enumerated() {
      let value = attribute.value.map { tokenizer.html[$0] } ?? []
      switch attributes[attribute.key] {
      case .lazySource where lazy.source == nil && !value.isEmpty: lazy.source = index
      case .lazySourceSet where lazy.sourceSet == nil && !value.isEmpty: lazy.sourceSet = index
      case .source where attribute.key == Self.sourceKey: hasSource = hasSource || isReal(value)
      case .sourceSet where attribute.key == Self.sourceSetKey:
        hasSourceSet = hasSourceSet || isReal(value)
      default: break
      }
    }
    if hasSource { lazy.source = nil }
    if hasSourceSet { lazy.sourceSet = nil }
    return lazy
  }

  private func isReal(_ value: ArraySlice<UInt8>) -> Bool {
    let value = value.drop(while: HTMLNames.isSpace)
    return !value.isEmpty && !value.prefix(5).elementsEqual("data:".utf8)
      && !HTMLActiveContent.isActive(value, isShown: true)
  }

  private func isHandler(_ attribute: HTMLTokenizer.Attribute) -> Bool {
    let name = tokenizer.html[attribute.name]
    return name.count > 2 && name[name.startIndex] | 0x20 == UInt8(ascii: "o")
      && name[name.startIndex + 1] | 0x20 == UInt8(ascii: "n")
  }

  private mutating func cleanURL(
    _ attribute: HTMLTokenizer.Attribute, _ value: ArraySlice<UInt8>, isShown: Bool,
    newName: String? = nil
  ) {
    if HTMLActiveContent.isActive(value, isShown: isShown) {
      tell("URL that runs something", attribute)
      return leaveOut(attribute)
    }
    if let url = targets.absolute(of: value) {
      if url.isEmpty {
        tell("URL without a host", attribute)
        return leaveOut(attribute)
      }
      if !isShown, HTMLReferenceTargets.isSource(value), let article = article(in: value) {
        return rewrite(attribute, as: article, newName: newName)
      }
      rewrite(attribute, as: url, newName: newName)
    } else {
      rename(attribute, newName)
      if attribute.holdsBracket { escapeBrackets(attribute) }
    }
  }

  /// The address of the article whose file a link leads to.
  private mutating func article(in value: ArraySlice<UInt8>) -> [UInt8]? {
    let reference = HTMLReferences.decoded(value)
    if let link = sources(String(decoding: reference, as: UTF8.self)) { return Array(link.utf8) }
    deadLinks.append(reference)
    return nil
  }

  private mutating func cleanSources(
    _ attribute: HTMLTokenizer.Attribute, _ value: ArraySlice<UInt8>, newName: String? = nil
  ) {
    let (sources, dropped) = targets.absoluteSources(value)
    for _ in 0..<dropped { tell("URL that runs something", attribute) }
    if sources.isEmpty { return leaveOut(attribute) }
    rewrite(attribute, as: sources, newName: newName)
  }

  /// Writes an attribute's value anew where it differs.
  private mutating func rewrite(
    _ attribute: HTMLTokenizer.Attribute, as value: [UInt8], newName: String?
  ) {
    rename(attribute, newName)
    guard let range = attribute.value else { return }
    let mark = attribute.quote == 0 ? UInt8(ascii: "\"") : attribute.quote
    var escaped = HTMLReferences.escaped(value, quote: mark)
    if attribute.quote == 0 {
      escaped = [mark] + escaped + [mark]
    } else if tokenizer.html[range].elementsEqual(escaped) {
      return
    }
    replace(range, by: escaped)
  }

  private mutating func rename(_ attribute: HTMLTokenizer.Attribute, _ newName: String?) {
    if let newName { replace(attribute.name, by: newName.utf8) }
  }

  /// Escapes `<`, so that no parser that reads tags in its own way finds one in a value.
  private mutating func escapeBrackets(_ attribute: HTMLTokenizer.Attribute) {
    guard let range = attribute.value else { return }
    for index in range where tokenizer.html[index] == UInt8(ascii: "<") {
      replace(index..<index + 1, by: "&lt;".utf8)
    }
  }

  /// Takes an attribute out, and the white space before it where that separates nothing any more.
  private mutating func leaveOut(_ attribute: HTMLTokenizer.Attribute) {
    let html = tokenizer.html
    var start = attribute.name.lowerBound
    let next = html[attribute.end]
    if HTMLNames.isSpace(next) || next == UInt8(ascii: ">") {
      while HTMLNames.isSpace(html[start - 1]) { start -= 1 }
    }
    // A slash that comes to stand before the end would make the tag one that closes itself.
    replace(start..<attribute.end, by: html[start - 1] == UInt8(ascii: "/") ? " ".utf8 : "".utf8)
  }

  private mutating func tell(_ attribute: HTMLTokenizer.Attribute) {
    let name = String(decoding: tokenizer.html[attribute.name], as: UTF8.self).lowercased()
    tell("`\(name)` attribute", attribute)
  }

  private mutating func tell(_ kind: String, _ attribute: HTMLTokenizer.Attribute) {
    let html = tokenizer.html
    var needles = [Array(html[attribute.name.lowerBound..<attribute.end])]
    if let value = attribute.value { needles.append(Array(html[value])) }
    removals.add(kind, needles: needles)
  }
}
