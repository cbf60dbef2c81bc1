package import FeedModel
internal import FeedValues

/// A site's feeds as JSON, for other programs: `docs/lists.md` describes it.
package enum FeedList {
  /// The name of the list in the published folder.
  package static let fileName = "feeds.json"
  /// Grows when a member goes or gets another meaning.
  private static let version = 1

  /// The list of the feeds in `directory`.
  package static func document(_ directory: FeedDirectory) -> [UInt8] {
    var json = JSONWriter()
    json.reserve(512 + 1024 * directory.feeds.count)
    json.beginObject()
    json.member("version", version)
    json.member("title", directory.title)
    json.member("description", directory.description)
    json.member("homePage", directory.homePage.string)
    json.member("location", directory.location.string)
    json.member("language", directory.language?.string)
    json.member("updated", directory.updated?.rfc3339)
    json.beginArray("feeds")
    for feed in directory.feeds { write(feed, formats: directory.formats, to: &json) }
    json.endArray()
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(
    _ feed: ListedFeed, formats: [FeedFormat], to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("kind", feed.subject.kind.rawValue)
    json.member("term", feed.subject.term?.label)
    json.member("title", feed.title)
    json.member("description", feed.description)
    json.member("folder", feed.folder)
    json.beginObject("urls")
    for format in formats {
      switch format {
      case .rss: json.member("rss", feed.address(in: .rss))
      case .atom: json.member("atom", feed.address(in: .atom))
      case .json: json.member("json", feed.address(in: .json))
      }
    }
    json.endObject()
    json.member("items", feed.items)
    json.member("articles", feed.articles)
    json.member("updated", feed.updated.rfc3339)
    json.beginObject("newest")
    json.member("title", feed.newest.title)
    json.member("url", feed.newest.link.string)
    json.member("date", feed.newest.date.rfc3339)
    json.endObject()
    json.endObject()
  }
}
