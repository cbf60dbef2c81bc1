internal import Diagnostics
internal import FeedValues
internal import JSON
internal import XML

/// One JSON Feed on its way to a snapshot: <https://www.jsonfeed.org/version/1.1/>.
final class JSONFeedReading {
  private var items: [RawItem] = []
  private var isOverfull = false

  func read(_ segments: [[UInt8]]) throws(FeedFault) -> FeedSnapshot {
    var iterator = segments.makeIterator()
    let chunks = DecodedChunks { iterator.next() }
    var parser = JSONParser(
      encoding: chunks.family, records: .init(of: "items") { item, _ in self.take(item) },
      duplicate: { _ in },
      nextChunk: chunks.next)
    let root: JSONValue
    do throws(JSONFault) {
      root = try parser.parse()
    } catch {
      throw FeedFault(position: error.position, message: error.message)
    }
    guard root.kind == .object, root.member("items")?.kind == .array else {
      throw FeedFault(
        position: root.position, message: "the document is JSON, but has no list of items")
    }
    if isOverfull {
      throw FeedFault(
        position: root.position, message: "the feed has more than \(FeedReader.mostItems) items")
    }
    let address = root.string("feed_url")
    let home = root.string("home_page_url")
    let base = home.flatMap(RawItem.absolute) ?? address.flatMap(RawItem.absolute)
    return FeedSnapshot(
      format: .json, title: root.string("title") ?? "", selfAddress: address, homePage: home,
      items: items.map { $0.resolved(against: base) })
  }

  private func take(_ value: JSONValue) {
    guard items.count < FeedReader.mostItems else {
      isOverfull = true
      return
    }
    guard value.kind == .object else { return }
    let title = value.string("title") ?? ""
    let text: [UInt8]
    if let html = value.string("content_html") {
      text = FoldedText.html(Array(html.utf8)[...])
    } else {
      let plain = value.string("content_text") ?? value.string("summary") ?? ""
      text = FoldedText.plain(Array(plain.utf8)[...])
    }
    items.append(
      RawItem(
        item: FeedSnapshot.Item(
          id: value.string("id"), link: value.string("url") ?? value.string("external_url"),
          title: title, published: value.string("date_published").flatMap(LenientDate.parse),
          updated: value.string("date_modified").flatMap(LenientDate.parse),
          digest: ContentDigest(title: FoldedText.plain(Array(title.utf8)[...]), text: text)),
        base: nil))
  }
}

extension JSONValue {
  /// The text of the member `name`, or its number: some write ids as such; nil where that is blank.
  fileprivate func string(_ name: String) -> String? {
    guard let member = member(name), member.kind == .string || member.kind == .number else {
      return nil
    }
    return member.text.trimmed
  }
}
