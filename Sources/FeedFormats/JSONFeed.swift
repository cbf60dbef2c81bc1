internal import FeedModel
internal import FeedValues

/// JSON Feed 1.1, <https://www.jsonfeed.org/version/1.1/>.
enum JSONFeed {
  /// What stands before the items.
  static func head(_ feed: Feed) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.member("title", feed.title)
    json.member("home_page_url", feed.homePage.string)
    json.member("feed_url", feed.selfLink(in: .json))
    json.member("description", feed.description)
    json.member("next_url", feed.history.previous.map { $0.string + FeedFormat.json.fileName })
    json.member("icon", feed.logo?.string)
    json.member("favicon", feed.icon?.string)
    json.authors([feed.author])
    json.member("language", feed.language?.string)
    if let hub = feed.hub {
      json.beginArray("hubs")
      json.beginObject()
      json.member("type", "WebSub")
      json.member("url", hub.string)
      json.endObject()
      json.endArray()
    }
    json.beginArray("items")
    return json.bytes
  }

  /// What stands between two items.
  static let separator = Array(",".utf8)

  /// What stands behind the items.
  static let tail = Array("\n  ]\n}\n".utf8)

  /// One item, from the line break before it on.
  static func item(_ entry: Entry) -> [UInt8] {
    var json = JSONWriter(depth: 2)
    json.reserve(2048 + (entry.contentHTML.map { $0.count + $0.count / 8 } ?? 0))
    json.beginObject()
    json.member("id", entry.id)
    json.member("url", entry.link.string)
    json.member("external_url", entry.externalLink?.string)
    json.member("title", entry.title)
    if let content = entry.contentHTML {
      json.member("content_html", content)
    } else {
      // One of the two contents is required: without the whole text it is the summary.
      json.member("content_text", entry.summary ?? entry.title)
    }
    json.member("summary", entry.summary)
    json.member("image", entry.image?.url.string)
    json.member("date_published", entry.published.rfc3339)
    json.member("date_modified", entry.updated.rfc3339)
    json.authors(entry.authors)
    json.member("tags", Self.tags(of: entry))
    json.member("language", entry.language?.string)
    if !entry.enclosures.isEmpty {
      json.beginArray("attachments")
      for enclosure in entry.enclosures {
        json.beginObject()
        json.member("url", enclosure.url.string)
        json.member("mime_type", enclosure.type.string)
        json.member("title", enclosure.title)
        json.member("size_in_bytes", enclosure.length)
        json.member("duration_in_seconds", enclosure.duration)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
    return json.bytes
  }

  private static func tags(of entry: Entry) -> [String] { entry.categories.map(\.label) }
}

extension JSONWriter {
  /// Writes the authors of a feed or an item; nothing where there are none.
  fileprivate mutating func authors(_ authors: [Author]) {
    guard !authors.isEmpty else { return }
    beginArray("authors")
    for author in authors {
      beginObject()
      member("name", author.name)
      member("url", author.url?.string)
      member("avatar", author.avatar?.string)
      endObject()
    }
    endArray()
  }
}
