internal import FeedValues

/// The one pass over an article's HTML that makes it stand alone in a reader.
///
/// It works on tokens: text and code are left as they are, whatever they look like. Every URL in an
/// attribute becomes absolute against the article's own address, lazy loading is undone, what could
/// run is taken out, frames become links, every element that is opened is closed, and characters that
/// XML forbids are dropped. What is taken out is told. `HTMLPolicy` says what becomes of what.
struct HTMLPass {
  private let targets: HTMLReferenceTargets
  private let sources: (String) -> String?

  /// What the pass made, and what it took out.
  struct Result {
    let html: [UInt8]
    let removals: HTMLRemovals
    /// Links to files of articles that the site does not publish, as they are written.
    var deadLinks: [[UInt8]] = []
  }

  /// A pass for the page at `base`; `sources` tells the address of the article in a file.
  init(base: AbsoluteURL, sources: @escaping (String) -> String? = { _ in nil }) {
    targets = HTMLReferenceTargets(base: base)
    self.sources = sources
  }

  /// HTML in UTF-8 as feeds carry it; the array itself where there was nothing to do.
  func run(_ html: [UInt8]) -> Result {
    let isClean = firstForbiddenCharacter(in: html.span) == nil
    let clean = isClean ? html : withoutForbiddenCharacters(html)
    var split: Set<Int> = []
    // Where formatting and blocks cross, the outcome is known once the ends are: then all is done once
    // more, which can show further crossings.
    for _ in 0..<4 {
      var run = HTMLPassRun(clean, targets: targets, sources: sources, split: split)
      let result = run.result()
      if run.split.count == split.count { return result }
      split = run.split
    }
    var run = HTMLPassRun(clean, targets: targets, sources: sources, split: split)
    return run.result()
  }
}

/// One run of the pass: what was copied, and what is open.
struct HTMLPassRun {
  var tokenizer: HTMLTokenizer
  var targets: HTMLReferenceTargets
  var removals = HTMLRemovals()
  var deadLinks: [[UInt8]] = []
  let sources: (String) -> String?
  var balance = HTMLBalance()
  let html: [UInt8]
  private let elements = HTMLPolicy.elements
  let attributes = HTMLPolicy.attributes
  private(set) var output: [UInt8] = []
  /// The first byte that is not in `output` yet.
  private var copied = 0
  /// Elements whose end tags were looked for in vain.
  private var endless: Set<UInt128> = []
  private var hasBase = false
  private var lastLink: [UInt8] = []
  /// Where the tags of formatting begin that ends in a block which begins in it.
  var split: Set<Int>
  /// How many bytes may still be written to let formatting go on: no more than there are.
  var remainingTags: Int

  init(
    _ html: [UInt8], targets: HTMLReferenceTargets, sources: @escaping (String) -> String?,
    split: Set<Int> = []
  ) {
    self.html = html
    self.targets = targets
    self.sources = sources
    self.split = split
    remainingTags = max(html.count, 4096)
    tokenizer = HTMLTokenizer(html)
  }

  mutating func result() -> HTMLPass.Result {
    while true {
      let textStart = tokenizer.next
      let token = tokenizer.nextToken()
      if balance.hasPending { goOn(inTextFrom: textStart, to: token) }
      guard let token else { return finished(escapingFrom: html.count) }
      switch token {
      case .startTag: start()
      case .endTag: end()
      case .comment: drop()
      case .openComment: drop(telling: "comment that is never closed")
      case .characterData: drop(telling: "CDATA section")
      case .processingInstruction: drop(telling: "processing instruction")
      case .looseBracket: replace(tokenizer.start..<tokenizer.start + 1, by: "&lt;".utf8)
      case .unfinished: return finished(escapingFrom: tokenizer.start)
      }
    }
  }

  /// Leaves out the bytes of `range` and writes `bytes` in their place.
  mutating func replace(_ range: Range<Int>, by bytes: some Sequence<UInt8>) {
    output += html[copied..<range.lowerBound]
    output += bytes
    copied = range.upperBound
  }

  /// What was made, with all closed that is open; a tag that is cut off is text.
  private mutating func finished(escapingFrom start: Int) -> HTMLPass.Result {
    for index in start..<html.count where html[index] == UInt8(ascii: "<") {
      replace(index..<index + 1, by: "&lt;".utf8)
    }
    if !balance.open.isEmpty { close(balance.open.count, at: html.count) }
    if copied == 0 { return HTMLPass.Result(html: html, removals: removals, deadLinks: deadLinks) }
    output += html[copied...]
    return HTMLPass.Result(html: output, removals: removals, deadLinks: deadLinks)
  }

  /// Takes the whole token out.
  private mutating func drop(telling kind: String? = nil) {
    if let kind {
      removals.add(kind, needles: [Array(html[tokenizer.start..<tokenizer.next].prefix(9))])
    }
    replace(tokenizer.start..<tokenizer.next, by: [])
  }

  /// Closes the innermost `count` elements before the byte at `place`; formatting goes on behind it.
  mutating func close(_ count: Int, at place: Int) {
    if count == 0 { return }
    replace(place..<place, by: [])
    for _ in 0..<count {
      guard let element = balance.pop() else { return }
      output += "</".utf8
      output += html[element.name]
      output.append(UInt8(ascii: ">"))
      if element.goesOn { balance.cutOff(element, in: html) }
    }
  }

  private func known(_ key: UInt128) -> HTMLPolicy.Element { elements[key] ?? .unknown }

  private mutating func start() {
    let element = element()
    switch element.action {
    case .keep: keep(element.traits)
    case .title where balance.foreignContent == Self.svg: keep([.integration])
    case .image:
      // Outside of SVG browsers take it for `img`.
      let isPicture = balance.foreignContent == nil
      keep(isPicture ? element.traits : .media, as: isPicture ? "img" : nil)
    case .unwrap: drop()
    case .dropTag: dropElement(hasContent: false)
    case .dropAll, .title: dropElement(hasContent: true)
    case .frame: replaceByLink(hasContent: true)
    case .plugin: replaceByLink(hasContent: false)
    case .rawText: escapeContent(element.traits)
    case .input: replaceInput()
    case .base:
      if !hasBase, let href = value(of: "href") {
        hasBase = true
        if !HTMLActiveContent.isActive(href, isShown: false) { targets = targets.rebased(by: href) }
      }
      dropElement(hasContent: false)
    }
  }

  /// What is known of the tag's element; of its local name where it has a prefix, as in `svg:script`.
  private func element() -> HTMLPolicy.Element {
    if let known = elements[tokenizer.nameKey] { return known }
    let name = html[tokenizer.name]
    guard let colon = name.lastIndex(of: UInt8(ascii: ":")) else { return .unknown }
    let local = known(HTMLNames.key(html, colon + 1..<name.endIndex))
    return HTMLPolicy.Element(action: local.action == .keep ? .keep : .dropTag, traits: [])
  }

  private static let svg = HTMLNames.key("svg")

  private mutating func keep(_ known: HTMLPolicy.Traits, as name: String? = nil) {
    let traits = makeRoom(for: known)
    if !known.isDisjoint(with: [.cell, .row, .rowGroup, .caption]), balance.tableDepth == 0,
      balance.foreignContent == nil
    {
      return drop()
    }
    if let name { replace(tokenizer.name, by: name.utf8) }
    if !tokenizer.attributes.isEmpty { cleanAttributes(isMedia: traits.contains(.media)) }
    if traits.contains(.void) { return }
    if tokenizer.isSelfClosing, balance.foreignDepth > 0 || traits.contains(.foreign) { return }
    // An anchor without an address shows nothing.
    let goesOn =
      traits.contains(.formatting)
      && (!traits.contains(.link) || tokenizer.attributes.contains { $0.key == Self.href })
    balance.push(
      .init(
        name: tokenizer.name, key: tokenizer.nameKey, traits: traits,
        tag: tokenizer.start..<tokenizer.next, goesOn: goesOn))
  }

  private static let href = HTMLNames.key("href")

  private mutating func end() {
    let element = element()
    let isForeign =
      balance.foreignDepth > 0 && (element.action == .title || element.action == .image)
    guard isForeign || element.action == .keep && !element.traits.contains(.void) else {
      return drop()
    }
    let count = countEnded(as: element.traits)
    if count == 0 { return drop() }
    close(count - 1, at: tokenizer.start)
    let ended = balance.pop()
    // A heading ends at the end of one of another level.
    if let ended, ended.key != tokenizer.nameKey {
      replace(tokenizer.name, by: html[ended.name])
    }
    if tokenizer.next != tokenizer.name.upperBound + 1 {
      replace(tokenizer.name.upperBound..<tokenizer.next, by: ">".utf8)
    }
  }

  /// Takes an element out; with its content where it has an end tag, or a word in prose that was never
  /// meant as an element would swallow the rest of the article.
  private mutating func dropElement(hasContent: Bool) {
    let name = String(decoding: html[tokenizer.name], as: UTF8.self).lowercased()
    removals.add("`\(name)` element", needles: [Array("<\(name)".utf8)])
    if hasContent { skipContent() }
    drop()
  }

  private mutating func skipContent() {
    guard !endless.contains(tokenizer.nameKey) else { return }
    if !tokenizer.skip(pastEndTagOf: tokenizer.name) { endless.insert(tokenizer.nameKey) }
  }

  /// The value of the tag's first attribute of this name.
  private func value(of name: String) -> ArraySlice<UInt8>? {
    let key = HTMLNames.key(name)
    return tokenizer.attributes.first { $0.key == key }?.value.map { html[$0] }
  }

  /// A task list's box becomes the character that shows its state; other controls go.
  private mutating func replaceInput() {
    let isBox = value(of: "type").map { String(decoding: $0, as: UTF8.self).lowercased() }
    let names = tokenizer.attributes.map(\.key)
    guard isBox == "checkbox", names.contains(HTMLNames.key("disabled")) else {
      return dropElement(hasContent: false)
    }
    goOn(at: tokenizer.start)
    let box = names.contains(HTMLNames.key("checked")) ? "☑" : "☐"
    replace(tokenizer.start..<tokenizer.next, by: box.utf8)
  }

  /// A link takes the place of a frame or plugin, in a paragraph of its own where there is room for one.
  private mutating func replaceByLink(hasContent: Bool) {
    let source = ["src", "data", "data-src"].compactMap { value(of: $0) }
      .first { !$0.isEmpty && !$0.starts(with: "about:".utf8) }
    guard let source, !HTMLActiveContent.isActive(source, isShown: false),
      let target = HTMLEmbeds.target(of: targets.url(source))
    else { return dropElement(hasContent: hasContent) }
    var title = value(of: "title") ?? []
    title = title.drop(while: HTMLNames.isSpace)
    var label: [UInt8] = []
    for byte in title.isEmpty ? target.name[...] : title {
      switch byte {
      case UInt8(ascii: "<"): label += "&lt;".utf8
      case UInt8(ascii: ">"): label += "&gt;".utf8
      default: label.append(byte)
      }
    }
    var link: [UInt8] = []
    let isBlock = balance.linkDepth == 0 && balance.open.last?.traits.contains(.container) ?? true
    if !isBlock { goOn(at: tokenizer.start) }
    let url = targets.absolute(target.url[...])
    if balance.linkDepth > 0 {
      link = label
    } else if url != lastLink {
      // The `embed` in an `object` shows the same once more.
      lastLink = url
      link = Array("<a href=\"".utf8)
      link += HTMLReferences.escaped(url, quote: UInt8(ascii: "\""))
      link += Array("\">".utf8) + label + Array("</a>".utf8)
      if isBlock {
        link = Array("<p>".utf8) + link + Array("</p>".utf8)
      }
    }
    if hasContent { skipContent() }
    replace(tokenizer.start..<tokenizer.next, by: link)
  }

  /// `xmp` becomes `pre`, and what looks like markup in it is escaped.
  private mutating func escapeContent(_ traits: HTMLPolicy.Traits) {
    let (start, content) = (tokenizer.start, tokenizer.next)
    skipContent()
    guard tokenizer.next > content else { return drop() }
    _ = makeRoom(for: traits)
    let end =
      html[content..<tokenizer.next].lastIndex(of: UInt8(ascii: "<")).map { max($0, content) }
      ?? tokenizer.next
    replace(start..<content, by: "<pre>".utf8)
    for index in content..<end where html[index] == UInt8(ascii: "<") {
      replace(index..<index + 1, by: "&lt;".utf8)
    }
    replace(end..<tokenizer.next, by: "</pre>".utf8)
  }
}
