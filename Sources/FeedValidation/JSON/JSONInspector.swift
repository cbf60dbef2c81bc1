internal import Diagnostics
internal import FeedValues
internal import JSON

/// Takes the objects of a JSON Feed through the format's table and rules.
struct JSONInspector {
  let log: Log

  /// Applies every rule to `value`, which should be an object of `kind`, and to what is in it.
  func inspect(_ value: JSONValue, as kind: JSONObjectKind) {
    guard value.kind == .object else {
      log.add(JSONFeedRules.itemType, "an item is \(value.kind.title)", at: value.position)
      return
    }
    inspectMembers(of: value, as: kind)
    switch kind {
    case .feed: checkFeed(value)
    case .item: checkItem(value)
    case .author: checkAuthor(value)
    case .attachment, .hub: break
    }
  }

  private func inspectMembers(of object: JSONValue, as kind: JSONObjectKind) {
    let models = JSONFeedModels.members(of: kind)
    var seen: UInt64 = 0
    for member in object.children {
      // By index: a model that is passed over is not copied.
      if let index = models.indices.first(where: { member.isMember(models[$0].name) }) {
        seen |= 1 << UInt64(index)
        check(member, by: models[index])
        continue
      }
      let name = member.key
      if name.hasPrefix("_") {
        checkExtension(member, name: name)
      } else {
        let near = nearestName(to: name, in: models.map(\.name))
        log.add(
          JSONFeedRules.unknownKey, "JSON Feed has no member \(quoted(name)) here",
          at: member.keyPosition ?? member.position, length: name.unicodeScalars.count + 2,
          help: near.map { "did you mean \"\($0)\"?" })
      }
    }
    for (index, model) in models.enumerated()
    where model.isRequired && seen & 1 << UInt64(index) == 0 {
      log.add(model.rule, "the \(kind) has no \(model.name)", at: object.position)
    }
  }

  private func check(_ member: JSONValue, by model: JSONMember) {
    switch model.shape {
    case .string: expect(.string, of: member, by: model)
    case .url:
      if expect(.string, of: member, by: model) {
        check(member, JSONFeedRules.url, is: "an absolute URL", parse: ValueParsers.webAddress)
      }
    case .personURL:
      if expect(.string, of: member, by: model) {
        check(member, JSONFeedRules.url, is: "an absolute URL", parse: ValueParsers.absoluteURL)
      }
    case .date:
      if expect(.string, of: member, by: model) {
        check(member, JSONFeedRules.date, is: "an RFC 3339 date", parse: ValueParsers.rfc3339Date)
        checkPlausibility(of: member)
      }
    case .language:
      if expect(.string, of: member, by: model) {
        check(member, JSONFeedRules.language, is: "a language tag", parse: ValueParsers.language)
      }
    case .number: expect(.number, of: member, by: model)
    case .truth: expect(.boolean, of: member, by: model)
    case .items: expect(.array, of: member, by: model)
    case .strings:
      guard expect(.array, of: member, by: model) else { return }
      for element in member.children { expect(.string, of: element, by: model) }
    case .object(let kind):
      if expect(.object, of: member, by: model) { inspect(member, as: kind) }
    case .objects(let kind):
      guard expect(.array, of: member, by: model) else { return }
      for element in member.children where expect(.object, of: element, by: model) {
        inspect(element, as: kind)
      }
    case .other: break
    }
  }

  @discardableResult
  private func expect(
    _ kind: JSONTree.Kind, of value: JSONValue, by model: JSONMember
  ) -> Bool {
    if value.kind == kind { return true }
    let what = value.keyPosition == nil ? "an element of \(model.name)" : model.name
    // A text of the wrong type is one fault, whichever member it is in.
    let rule =
      kind == .string && value.kind != .null && model.isRequired
        && model.rule.id != JSONFeedRules.version.id && model.rule.id != JSONFeedRules.title.id
      ? JSONFeedRules.string : model.rule
    log.add(rule, "\(what) is \(value.kind.title), not \(kind.title)", at: value.position)
    return false
  }

  private func check(
    _ value: JSONValue, _ rule: Rule, is what: String,
    parse: (String) throws(InvalidValue) -> Void
  ) {
    let text = value.text
    do throws(InvalidValue) {
      try parse(text)
    } catch {
      log.add(
        rule, "\(value.key) \(quoted(text)) is not \(what): \(error.reason)", at: value.position,
        length: text.unicodeScalars.count + 2)
    }
  }

  private func checkPlausibility(of date: JSONValue) {
    guard let now = log.circumstances.now, let moment = try? Timestamp(rfc3339: date.text),
      let reason = CircumstanceRules.oddity(of: moment, at: now)
    else { return }
    log.add(
      CircumstanceRules.date, "\(date.key) \(quoted(date.text)) is \(reason)", at: date.position,
      length: date.text.unicodeScalars.count + 2)
  }

  private func checkFeed(_ feed: JSONValue) {
    if let address = log.circumstances.address, let own = feed.member("feed_url"),
      own.kind == .string, (try? AbsoluteURL(own.text)) != nil, own.text != address.string
    {
      log.add(
        CircumstanceRules.selfLink, CircumstanceRules.mismatch(own.text, address),
        at: own.position, length: own.text.unicodeScalars.count + 2)
    }
    if let version = feed.member("version"), version.kind == .string {
      let known = ["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1"]
      if !known.contains(version.text) {
        log.add(
          JSONFeedRules.unknownVersion, "\(quoted(version.text)) is no version of JSON Feed",
          at: version.position, length: version.text.unicodeScalars.count + 2)
      }
      if version.index != 1 {
        log.add(
          JSONFeedRules.versionFirst, "version is not the first member",
          at: version.keyPosition ?? version.position, length: 9)
      }
    }
    if feed.member("home_page_url") == nil {
      log.add(JSONFeedRules.homePage, "the feed has no home_page_url", at: feed.position)
    }
    if feed.member("feed_url") == nil {
      log.add(JSONFeedRules.feedURL, "the feed has no feed_url", at: feed.position)
    }
    checkOldAuthor(in: feed)
    guard let next = feed.member("next_url"), let own = feed.member("feed_url"),
      next.kind == .string, own.kind == .string, next.text == own.text
    else { return }
    log.add(
      JSONFeedRules.nextURL, "next_url is the feed's own address", at: next.position,
      length: next.text.unicodeScalars.count + 2)
  }

  private func checkOldAuthor(in object: JSONValue) {
    guard let author = object.member("author"), object.member("authors") == nil else { return }
    log.add(
      JSONFeedRules.oldAuthor, "author stands without authors",
      at: author.keyPosition ?? author.position, length: 8)
  }

  private func checkItem(_ item: JSONValue) {
    if let id = item.member("id") { checkID(id) }
    if item.member("content_html") == nil, item.member("content_text") == nil {
      log.add(
        JSONFeedRules.content, "the item has neither content_html nor content_text",
        at: item.position)
    }
    if item.member("url") == nil {
      log.add(JSONFeedRules.itemURL, "the item has no url", at: item.position)
    }
  }

  private func checkID(_ id: JSONValue) {
    guard id.kind == .string || id.kind == .number else {
      log.add(JSONFeedRules.idType, "an id is \(id.kind.title), not a string", at: id.position)
      return
    }
    let text = id.text
    if id.kind == .number {
      log.add(JSONFeedRules.idType, "the id \(text) is a number, not a string", at: id.position)
    } else if text.utf8.allSatisfy({ $0 == 0x20 || 0x09...0x0D ~= $0 }) {
      log.add(JSONFeedRules.blankID, "an id is blank", at: id.position)
      return
    }
    guard let first = log.memory.ids[text] else {
      log.memory.ids[text] = id.position
      return
    }
    log.add(
      JSONFeedRules.duplicateID, "the item at line \(first.line) has the id \(quoted(text)) too",
      at: id.position, length: text.unicodeScalars.count + 2)
  }

  private func checkAuthor(_ author: JSONValue) {
    let known = ["name", "url", "avatar"]
    guard !author.children.contains(where: { known.contains(where: $0.isMember) }) else { return }
    log.add(
      JSONFeedRules.emptyAuthor, "the author has neither name nor url nor avatar",
      at: author.position)
  }

  private func checkExtension(_ member: JSONValue, name: String) {
    let second = name.utf8.dropFirst().first
    if second.map(\.isASCIILetter) != true || name.contains(".") {
      log.add(
        JSONFeedRules.extensionName, "\(quoted(name)) is no name for an extension",
        at: member.keyPosition ?? member.position, length: name.unicodeScalars.count + 2)
    }
    if member.kind != .object {
      log.add(
        JSONFeedRules.extensionObject, "the extension \(name) is \(member.kind.title)",
        at: member.position)
    }
    checkExtensionMembers(of: member)
  }

  private func checkExtensionMembers(of value: JSONValue) {
    for child in value.children {
      let name = child.key
      if child.keyPosition != nil, name.contains(".") || name.hasPrefix("_") {
        log.add(
          JSONFeedRules.extensionMember, "\(quoted(name)) is no name inside an extension",
          at: child.keyPosition ?? child.position, length: name.unicodeScalars.count + 2)
      }
      checkExtensionMembers(of: child)
    }
  }
}
