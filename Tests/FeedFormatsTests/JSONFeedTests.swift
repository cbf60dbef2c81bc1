import FeedFormats
import FeedModel
import FeedValues
import Testing

/// Whole documents, member for member.
struct JSONFeedTests {
  @Test func `a feed that uses every member`() throws {
    let entries = try [Samples.richEntry(), Samples.bareEntry()]
    let document = FeedDocument(
      try Samples.feed(), entries: entries.map { EntryFragments($0, formats: [.json]) },
      format: .json)
    #expect(
      String(decoding: document.bytes, as: UTF8.self)
        == #"""
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "Voices & <Ports>",
          "home_page_url": "https://harbor.example/?a=1&b=2",
          "feed_url": "https://harbor.example/feeds/feed.json",
          "description": "Notes & \"more\" <b>]]>",
          "icon": "https://harbor.example/logo.png?a&b",
          "favicon": "https://harbor.example/icon.png",
          "authors": [
            {
              "name": "Harbor <Team>",
              "url": "https://harbor.example/about",
              "avatar": "https://harbor.example/team.png"
            }
          ],
          "language": "en",
          "hubs": [
            {
              "type": "WebSub",
              "url": "https://hub.example/?x&y"
            }
          ],
          "items": [
            {
              "id": "tag:harbor.example,2026-02-10:rich",
              "url": "https://harbor.example/rich/?a=1&b=2",
              "external_url": "https://elsewhere.example/?c&d",
              "title": "HARD",
              "content_html": "<p title=\"q\">1 &lt; 2 ]]> HARD</p>",
              "summary": "Short & <sweet>",
              "image": "https://harbor.example/a.jpg?w=1&h=2",
              "date_published": "2026-02-10T08:30:00Z",
              "date_modified": "2026-03-01T12:00:00Z",
              "authors": [
                {
                  "name": "Ada & Co",
                  "url": "https://ada.example/?a&b"
                },
                {
                  "name": "Bob",
                  "avatar": "https://bob.example/me.png"
                }
              ],
              "tags": ["R&D", "say \"C++\"\t<now>"],
              "language": "de",
              "attachments": [
                {
                  "url": "https://harbor.example/1.mp3?a&b",
                  "mime_type": "audio/mpeg",
                  "size_in_bytes": 1048576,
                  "duration_in_seconds": 61
                },
                {
                  "url": "https://harbor.example/1.pdf",
                  "mime_type": "application/pdf",
                  "title": "The \"chart\" & <more>",
                  "size_in_bytes": 2048
                }
              ]
            },
            {
              "id": "https://harbor.example/bare/",
              "url": "https://harbor.example/bare/",
              "title": "Bare",
              "content_html": "<p>x</p>",
              "image": "https://images.example/photo",
              "date_published": "2026-01-01T00:00:00Z",
              "date_modified": "2026-01-01T00:00:00Z",
              "authors": [
                {
                  "name": "Ada"
                }
              ]
            }
          ]
        }

        """#.replacing(
          "HARD",
          with: "A & B <c> \\\"d\\\" 'e' ]]> &amp; é 🎙 \u{FFFD}"
            + "\\u000b\\u001f\u{FFFE}\u{FFFF}\\t\\n\\r."))
  }

  @Test func `a feed that says no more than it must, in summaries`() throws {
    let entries = try [Samples.summaryEntry(summary: "A & B"), Samples.summaryEntry(summary: nil)]
    let document = FeedDocument(
      try Samples.bareFeed(), entries: entries.map { EntryFragments($0, formats: [.json]) },
      format: .json)
    #expect(
      String(decoding: document.bytes, as: UTF8.self) == """
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "Voices",
          "home_page_url": "https://harbor.example/",
          "feed_url": "https://harbor.example/feeds/feed.json",
          "description": "Notes",
          "authors": [
            {
              "name": "Harbor"
            }
          ],
          "items": [
            {
              "id": "tag:harbor.example,2026:short",
              "url": "https://harbor.example/short/",
              "title": "Short",
              "content_text": "A & B",
              "summary": "A & B",
              "date_published": "2026-01-01T00:00:00Z",
              "date_modified": "2026-01-01T00:00:00Z",
              "authors": [
                {
                  "name": "Ada"
                }
              ]
            },
            {
              "id": "tag:harbor.example,2026:short",
              "url": "https://harbor.example/short/",
              "title": "Short",
              "content_text": "Short",
              "date_published": "2026-01-01T00:00:00Z",
              "date_modified": "2026-01-01T00:00:00Z",
              "authors": [
                {
                  "name": "Ada"
                }
              ]
            }
          ]
        }

        """)
  }

  @Test func `a feed without entries is a whole document`() throws {
    let document = FeedDocument(try Samples.bareFeed(), entries: [], format: .json)
    let text = String(decoding: document.bytes, as: UTF8.self)
    #expect(text.hasSuffix("  ],\n  \"items\": [\n  ]\n}\n"))
    #expect(document.entrySegments == [])
  }
}
