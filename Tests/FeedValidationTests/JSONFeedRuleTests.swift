import FeedValidation
import Testing

@Suite struct JSONFeedRuleTests {
  static func feed(_ part: String, items: String = "[]") -> String {
    """
    {"version": "https://jsonfeed.org/version/1.1",
    "title": "Harbor", "home_page_url": "https://harbor.example/",
    "feed_url": "https://harbor.example/feed.json"\(part.isEmpty ? "" : ",\n" + part),
    "items": \(items)}
    """
  }

  static func item(_ part: String) -> String {
    feed("", items: "[{\"id\": \"1\", \"url\": \"https://harbor.example/1\",\n\(part)}]")
  }

  private static let text = "\"content_text\": \"x\""

  static let feedCases = [
    RuleCase("json-string-type", "\"description\": ‸1", not: "\"description\": \"1\""),
    RuleCase("json-url-value", "\"icon\": ‸\"/icon.png\"", not: "\"icon\": \"http://x.example/\""),
    RuleCase(
      "json-next-url-same", "\"next_url\": ‸\"https://harbor.example/feed.json\"",
      not: "\"next_url\": \"https://harbor.example/feed2.json\""),
    RuleCase("json-authors-type", "\"authors\": ‸{}", not: "\"authors\": []"),
    RuleCase("json-author-empty", "\"authors\": [‸{}]", not: "\"authors\": [{\"name\": \"x\"}]"),
    RuleCase(
      "json-author-deprecated", "‸\"author\": {\"name\": \"x\"}",
      not: "\"author\": {\"name\": \"x\"}, \"authors\": [{\"name\": \"x\"}]"),
    RuleCase("json-language-tag", "\"language\": ‸\"en_US\"", not: "\"language\": \"en-US\""),
    RuleCase("json-expired-type", "\"expired\": ‸\"no\"", not: "\"expired\": false"),
    RuleCase(
      "json-hub-required", "\"hubs\": [‸{\"type\": \"x\"}]",
      not: "\"hubs\": [{\"type\": \"x\", \"url\": \"https://x.example/\"}]"),
    RuleCase("json-extension-name", "‸\"_\": {}", not: "\"_harbor\": {}"),
    RuleCase(
      "json-extension-member-name", "\"_x\": {\"y\": [{‸\"a.b\": 1}]}",
      not: "\"_x\": {\"y\": [{\"a\": 1}]}"),
    RuleCase("json-extension-object", "\"_x\": ‸1", not: "\"_x\": {\"y\": 1}"),
    RuleCase("json-unknown-key", "‸\"subtitle\": \"x\"", not: "\"_subtitle\": {}"),
    RuleCase(
      "json-duplicate-key", "\"icon\": \"http://x.example/\", ‸\"icon\": \"http://y.example/\"",
      not: ""),
  ]

  static let itemCases = [
    RuleCase(
      "json-date-rfc3339", text + ", \"date_published\": ‸\"2026-02-30T00:00:00Z\"", not: text),
    RuleCase("json-tags-type", text + ", \"tags\": [‸1]", not: text + ", \"tags\": [\"1\"]"),
    RuleCase("json-attachments-type", text + ", \"attachments\": ‸1", not: text),
    RuleCase(
      "json-attachment-required", text + ", \"attachments\": [‸{\"url\": \"http://x.example/\"}]",
      not: text + ", \"attachments\": [{\"url\": \"http://x.example/\", \"mime_type\": \"a/b\"}]"),
    RuleCase(
      "json-number-type",
      text + ", \"attachments\": [{\"url\": \"http://x.example/\", \"mime_type\": \"a/b\", "
        + "\"size_in_bytes\": ‸\"1\"}]",
      not: text),
  ]

  static let documentCases = [
    RuleCase(
      "json-item-content-required",
      feed("", items: "[‸{\"id\":\"1\",\"url\":\"http://x.example/\"}]"), not: item(text)),
    RuleCase(
      "json-item-url-recommended", feed("", items: "[‸{\"id\":\"1\",\(text)}]"), not: item(text)),
    RuleCase(
      "json-item-id-required", item(text).replacing("{\"id\": \"1\",", with: "‸{"), not: item(text)),
    RuleCase("json-item-id-type", item(text).replacing("\"1\"", with: "‸1"), not: item(text)),
    RuleCase("json-item-id-blank", item(text).replacing("\"1\"", with: "‸\" \""), not: item(text)),
    RuleCase(
      "json-item-id-duplicate",
      item(text).replacing(
        "}]", with: "},\n{\"id\":‸\"1\",\"url\":\"http://x.example/\",\(text)}]"),
      not: item(text)),
    RuleCase("json-item-type", feed("", items: "[‸[]]"), not: feed("")),
    RuleCase("json-items-required", feed("", items: "‸{}"), not: feed("")),
    RuleCase("json-root-object", "‸[]", not: feed("")),
    RuleCase(
      "json-version-required",
      feed("").replacing("\"https://jsonfeed.org/version/1.1\"", with: "‸1.1"), not: feed("")),
    RuleCase(
      "json-version-unknown",
      feed("").replacing("\"https://jsonfeed.org/version/1.1\"", with: "‸\"1.1\""), not: feed("")),
    RuleCase(
      "json-version-first",
      feed("").replacing("\"version\": \"https://jsonfeed.org/version/1.1\",", with: "")
        .replacing(
          "\"items\": []", with: "\"items\": [], ‸\"version\": \"https://jsonfeed.org/version/1\""),
      not: feed("")),
    RuleCase(
      "json-title-required", "‸" + feed("").replacing("\"title\": \"Harbor\",", with: ""),
      not: feed("")),
    RuleCase(
      "json-home-page-url-recommended",
      "‸" + feed("").replacing("\"home_page_url\": \"https://harbor.example/\",", with: ""),
      not: feed("")),
    RuleCase(
      "json-feed-url-recommended",
      "‸" + feed("").replacing(",\n\"feed_url\": \"https://harbor.example/feed.json\"", with: ""),
      not: feed("")),
    RuleCase("json-encoding", "‸\u{FEFF}" + feed(""), not: feed("")),
    RuleCase("json-syntax", feed("\"x\": ‸tru"), not: feed("")),
    RuleCase(
      "document-limit",
      "{\"a\":" + String(repeating: "[", count: 255) + "‸" + String(repeating: "[", count: 100_000),
      not: feed("")),
  ]

  @Test(arguments: feedCases) func `a rule about the feed is kept or broken`(part: RuleCase) {
    part.expect { Self.feed($0) }
  }

  @Test(arguments: itemCases) func `a rule about items is kept or broken`(part: RuleCase) {
    part.expect { Self.item($0) }
  }

  @Test(arguments: documentCases) func `a rule about the document is kept or broken`(
    part: RuleCase
  ) {
    part.expect { $0 }
  }

  @Test func `findings don't depend on where the document was cut`() {
    let document = Self.item(
      "\"content_html\": \"é\\u00e9\\ud83c\\udf89🎉\\n\", \"tags\": 1, \"x\":-1.5e+3")
    let bytes = Array(document.utf8)
    let whole = judge([bytes])
    #expect(whole.count == 2)
    for cut in 0...bytes.count {
      #expect(judge([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole, "cut at \(cut)")
    }
    #expect(judge(bytes.map { [$0] }) == whole)
  }
}
