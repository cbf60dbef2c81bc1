import FeedModel
import FeedValues
import Testing

@testable import Content

struct EntryRendererTests {
  @Test func `an entry is what its article tells, with its text rendered`() throws {
    let loaded = try Fixture.whole(
      """
      ---
      title: Hello
      date: 2026-02-10T08:30:00Z
      updated: 2026-03-01T12:00:00Z
      category: Notes
      author: Ada
      lang: de
      image: a.png
      external_url: https://o.example/
      ---
      First *one*, see [there](../there/) and ![a](img/a.png).

      Second.
      """)
    let categories = [Category(label: "Notes")]
    let entry = try entry(of: loaded, categories: categories)
    #expect(
      entry
        == Entry(
          id: "urn:x", link: try AbsoluteURL("https://harbor.example/notes/hello/"),
          externalLink: try AbsoluteURL("https://o.example/"), title: "Hello",
          summary: "First one, see there and a.",
          contentHTML: Array(
            """
            <p>First <em>one</em>, see <a href="https://harbor.example/notes/there/">there</a> and \
            <img src="https://harbor.example/notes/hello/img/a.png" alt="a" />.</p>
            <p>Second.</p>

            """.utf8),
          authors: [Author(name: "Ada")], categories: categories,
          published: try Timestamp(rfc3339: "2026-02-10T08:30:00Z"),
          updated: try Timestamp(rfc3339: "2026-03-01T12:00:00Z"), language: try LanguageTag("de"),
          image: Image(url: try AbsoluteURL("https://harbor.example/a.png"))))
  }

  @Test func `what an article leaves out is the site's`() throws {
    let entry = try entry(of: Fixture.article("lang: en"))
    #expect(entry.authors == [Author(name: "Harbor Team")])
    #expect(entry.language == nil)
    #expect(entry.updated == entry.published)
  }

  @Test func `feeds of summaries have no content`() throws {
    let entry = try entry(
      of: Fixture.article("excerpt: Short"), configuration: "feeds: { content: summary }")
    #expect(entry.contentHTML == nil)
    #expect(entry.summary == "Short")
  }

  @Test(arguments: [
    ("excerpt: From the *field*", "One.\n\n<!--more-->\n\nTwo.", "From the field"),
    ("category: a", "# H\n\nOne.\n\nTwo.\n\n<!--more-->\n\nThree.", "H One. Two."),
    ("category: a", "# H\n\nOne\ntwo.\n\nThree.", "One two."),
    ("category: a", "```\ncode\n```", nil),
    ("category: a", "", nil),
  ])
  func `a summary is the excerpt, else the lead`(
    field: String, text: String, summary: String?
  ) throws {
    let loaded = try Fixture.whole("---\ntitle: A\ndate: 2026-02-10\n\(field)\n---\n\(text)")
    #expect(try entry(of: loaded).summary == summary)
  }

  @Test func `a long lead is cut behind a word`() throws {
    let text = String(repeating: "word ", count: 100)
    let loaded = try Fixture.whole("---\ntitle: A\ndate: 2026-02-10\n---\n\(text)")
    let expected = String(repeating: "word ", count: 55) + "word…"
    #expect(try entry(of: loaded).summary == expected)
    let excerpt = try entry(of: Fixture.article("excerpt: \(text)")).summary
    #expect(excerpt == text.dropLast() + "")
  }

  @Test(arguments: [
    ("", 5, ""), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("ab cd", 5, "ab cd"),
    ("ab cd e", 6, "ab cd…"), ("ab cd e", 5, "ab…"), ("ab, cd", 5, "ab…"), ("ab. cd", 5, "ab…"),
    ("  ab \n cd  ", 5, "ab cd"), ("音声認識の話", 4, "音声認…"), ("👩‍💻👩‍💻👩‍💻", 2, "👩‍💻…"),
    ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("!!!!!", 3, "!!…"), ("a (b) c", 6, "a (b…"),
    ("one two", 4, "one…"), ("one two", 1, "…"),
  ])
  func `a text is cut behind a word, with an ellipsis in the limit`(
    text: String, limit: Int, expected: String
  ) {
    let cut = EntryRenderer.cut(text, to: limit)
    #expect(cut == expected)
    #expect(cut.count <= limit)
  }

  private func entry(
    of loaded: LoadedArticle, categories: [FeedModel.Category] = [], configuration: String = ""
  ) throws -> Entry {
    EntryRenderer(configuration: try Fixture.configuration(configuration))
      .entry(for: loaded, id: "urn:x", categories: categories).entry
  }
}
