internal import Content
internal import FeedValues

extension Proposal {
  /// Puts what was found into the shape that configurations take, and drops with a remark what has none.
  mutating func check() {
    if let value = url {
      let whole = address(value.text)
      url?.text = whole
      if url.flatMap({ try? AbsoluteURL($0.text) })?.isWeb != true {
        remark("\"\(value.text)\" is no address of a site", at: value.place)
        url = nil
      }
    }
    if let value = language {
      let tag = value.text.prefix { $0 != "." }.replacing("_", with: "-")
      if (try? LanguageTag(String(tag))) != nil {
        language?.text = String(tag)
      } else {
        remark("\"\(value.text)\" is no language as BCP 47 writes it", at: value.place)
        language = nil
      }
    }
    if let value = timezone {
      do {
        _ = try TimeZoneDatabase.zone(named: value.text)
      } catch {
        remark("\"\(value.text)\" is no time zone: \(error.reason)", at: value.place)
        timezone = nil
      }
    }
    title = title.flatMap { $0.text.isEmpty ? nil : $0 }
  }

  /// The site's address with the path that a generator keeps apart, and a slash at its end.
  private func address(_ text: String) -> String {
    var text = text
    while text.hasSuffix("/") { text.removeLast() }
    if let scheme = text.firstRange(of: "://") {
      let path = text[scheme.upperBound...].drop { $0 != "/" }
      let base = joined(path: basePath.contains("://") ? "" : basePath)
      if !base.isEmpty, !path.hasSuffix(base) { text += base }
    }
    return text + "/"
  }

  /// Says what is there that is not read.
  mutating func remarkOnUnreadable(_ site: SiteFolder) {
    for name in site.names() where name.hasSuffix(".json") && name.contains("ghost") {
      remark(
        "\(name) looks like an export of Ghost, which is not read: export its posts as Markdown")
    }
    if let authors, !site.isFile(authors) { self.authors = nil }
  }
}
