internal import Content
internal import Diagnostics
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
    if url == nil, let computedURL { remarks.append(computedURL) }
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

  /// Leaves out files such as `hello.de.md` that stand beside `hello.md`.
  mutating func leaveOutTranslations(of paths: [String]) {
    let all = Set(paths)
    var languages: [String: Int] = [:]
    for path in paths {
      let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 2, let ending = parts.last else { continue }
      let language = parts[parts.count - 2]
      let letters = language.split(separator: "-", omittingEmptySubsequences: false)
      guard letters.count < 3, letters[0].utf8.count == 2,
        letters.allSatisfy({ $0.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 } }),
        all.contains((parts.dropLast(2) + [ending]).joined(separator: "."))
      else { continue }
      languages[language, default: 0] += 1
    }
    for (language, count) in languages.sorted(by: { $0.key < $1.key }) {
      exclude.append("*.\(language).*")
      remark(
        "\(count) translations (\(language)) are left out: "
          + "each language needs a feedsetter.yml of its own")
    }
  }

  /// Adds what holds whatever the generator is, and says what is there that is not read.
  mutating func complete(from site: SiteFolder) {
    if let fault = site.fault(in: sign) { remarks.insert(fault, at: 0) }
    if path == "." {
      exclude += SiteFolder.foreign.filter { site.isFolder(String($0.dropLast())) }
    }
    // The file that GitHub Pages takes the site's host from.
    let hosts = ["CNAME", "static/CNAME", "public/CNAME", "src/CNAME", "source/CNAME"]
    if url == nil, let name = site.firstFile(hosts),
      let host = site.text(name)?.split(whereSeparator: \.isWhitespace).first
    {
      url = Value(text: "https://\(host)", place: SourceLocation(file: name))
    }
    for name in site.names() where name.hasSuffix(".json") && name.contains("ghost") {
      remark(
        "\(name) looks like an export of Ghost, which is not read: export its posts as Markdown")
    }
    if let authors, !site.isFile(authors) { self.authors = nil }
  }
}
