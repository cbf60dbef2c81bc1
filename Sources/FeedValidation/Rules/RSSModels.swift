/// What RSS 2.0 lets stand where (<https://www.rssboard.org/rss-specification>).
///
/// The same as its grammar says, in words that findings can be made of.
enum RSSModels {
  static let all = [
    Model("rss", children: "channel!", attributes: "version!"),
    Model(
      "channel",
      children: """
        title! link! description! language? copyright? managingEditor? webMaster? pubDate? \
        lastBuildDate? category* generator? docs? cloud? ttl? image? rating? textInput? \
        skipHours? skipDays? item*
        """),
    Model(
      "item",
      children: """
        title? link? description? author? category* comments? enclosure* guid? pubDate? source?
        """),
    Model("image", children: "url! title! link! width? height? description?"),
    Model("textInput", children: "title! description! name! link!"),
    Model("skipHours", children: "hour+"),
    Model("skipDays", children: "day+"),
    Model(
      "cloud", attributes: "domain! port! path! registerProcedure! protocol!", content: .nothing),
    Model("enclosure", attributes: "url! length! type!", content: .nothing),
    Model("guid", attributes: "isPermaLink?"),
    Model("source", attributes: "url!"),
    Model("category", attributes: "domain?"),
    Model(
      "title", "link", "description", "language", "copyright", "managingEditor", "webMaster",
      "pubDate", "lastBuildDate", "generator", "docs", "ttl", "rating", "author", "comments", "url",
      "width", "height", "name", "hour", "day"),
  ]
}
