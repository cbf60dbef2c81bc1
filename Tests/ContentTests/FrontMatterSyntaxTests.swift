import Diagnostics
import FeedModel
import FeedValues
import Testing

@testable import Content

/// The languages and fences that generators write front matter in.
struct FrontMatterSyntaxTests {
  /// The same article in each of them.
  @Test(arguments: [
    "---\ntitle: Hello\ndate: 2026-02-10T08:30:00Z\ntags: [a, b]\ndraft: false\n---\nText.\n",
    "---yaml\ntitle: Hello\ndate: 2026-02-10T08:30:00Z\ntags: [a, b]\n---\nText.\n",
    "---\ntitle: Hello\ndate: 2026-02-10T08:30:00Z\ntags: [a, b]\n...\nText.\n",
    "+++\ntitle = \"Hello\"\ndate = 2026-02-10T08:30:00Z\ntags = [\"a\", \"b\"]\ndraft = false\n+++\nText.\n",
    "+++\ntitle = 'Hello'\ndate = 2026-02-10 09:30:00\n[taxonomies]\ntags = ['a', 'b']\n+++\nText.\n",
    "+++ \t\ntitle = '''Hello'''\ndate = \"2026-02-10 09:30\"\nTags = 'a, b'\n+++ \nText.\n",
    "---toml\ntitle = \"Hello\"\ndate = 2026-02-10T08:30:00Z\ntags = [\"a\", \"b\"]\n---\nText.\n",
    "--- json\n{ \"title\": \"Hello\", \"date\": \"2026-02-10T08:30:00Z\", \"tags\": [\"a\", \"b\"] }\n---\nText.\n",
    "{\n  \"title\": \"Hello\",\n  \"date\": \"2026-02-10T08:30:00Z\",\n  \"tags\": [\"a\", \"b\"]\n}\nText.\n",
    "{\"title\": \"H\\u0065llo\", \"date\": \"2026-02-10T08:30:00Z\", \"tags\": \"a,b\", \"slug\": null} \t\nText.\n",
    "{\"title\": \"Hello\", \"date\": \"2026-02-10T08:30:00Z\", \"tags\": [\"a\", \"b\"]}Text.\n",
    ";;;\n\"title\": \"Hello\",\n\"date\": \"2026-02-10T08:30:00Z\",\n\"tags\": [\"a\", \"b\"]\n;;;\nText.\n",
    ";;;\n{\"title\": \"Hello\", \"date\": \"2026-02-10T08:30:00Z\", \"tags\": [\"a\", \"b\"]}\n;;;\nText.\n",
    "\"title\": \"Hello\",\n\"date\": \"2026/2/10 9:30:00\",\n\"tags\": [\"a\", \"b\"],\n;;;\nText.\n",
    "title: Hello\ndate: 2026/2/10 9:30:00\ntags:\n- a\n- b\n---\nText.\n",
    "Title: Hello\nDate: 2026-02-10 09:30\nTags: a, b\nStatus: published\n\nText.\n",
    "Date: 2026-02-10 09:30\nTitle: Hello\nTags: a;\n    b\nSomething-else: x: y\n\nText.\n",
  ])
  func `an article is the same in every syntax`(text: String) throws {
    for variant in [text, "\u{FEFF}" + text, text.replacing("\n", with: "\r\n")] {
      let loaded = try Fixture.whole(variant)
      let article = loaded.article
      #expect(article.title == "Hello")
      #expect(article.published.rfc3339 == "2026-02-10T08:30:00Z")
      #expect(article.keywords == ["a", "b"])
      let body = String(decoding: loaded.source.bytes[loaded.bodyStart...], as: UTF8.self)
      #expect(body.replacing("\r\n", with: "\n") == "Text.\n")
    }
  }

  /// Where the value of `lang` stands, which is no language.
  @Test(arguments: [
    ("+++\ntitle = 'é'\ndate = 2026-02-10\nlang = '?'\n+++\n", "4:8"),
    ("{\n\"title\": \"é\",\n\"date\": \"2026-02-10\", \"lang\": \"?\"}\n", "3:31"),
    ("\u{FEFF}{\"title\": \"é\", \"date\": \"2026-02-10\", \"lang\": \"?\"}\n", "1:46"),
    (
      "---json\r\n{\"title\": \"x\",\r\n\"date\": \"2026-02-10\", \"lang\": \"?\"}\r\n---\r\n",
      "3:31"
    ),
    ("\"title\": \"x\",\n\"date\": \"2026-02-10\",\n \"lang\": \"?\"\n;;;\n", "3:10"),
    ("Title: é\nDate: 2026-02-10\nSummary: a\n  b\nLang:  ?\n\n", "5:8"),
    ("title: é\ndate: 2026-02-10\nlang: '?'\n---\n", "3:7"),
  ])
  func `a finding has the place in the file in every syntax`(text: String, place: String) throws {
    let (article, findings) = try Fixture.read(text)
    #expect(article == nil)
    #expect(Fixture.places(findings) == ["\(place) field-value"])
  }

  /// Texts that look a little like fields.
  @Test(arguments: [
    "Note: this is no field.\n\n# A\n", "Title: a title\nand a text\n\n", "Tags: a\n\nText.\n",
    "Title:no space\n\n", "  Title: x\n\n", "https://title.example: x\n\n", "Title is: x\n\n",
    "{{ title }}\n", "{% include x %}\n", "{: .class}\n", "\"Title\": he said.\n", "--- text\n",
    "----\ntitle: x\n----\n", "++++\n", "+ + +\n", ": x\n", "- title: x\n\n",
    "Title: x\n\ttext\nmore\n\n",
  ])
  func `a text is not taken for front matter`(text: String) throws {
    let source = SourceText(path: "a.md", bytes: Array(text.utf8))
    let (frontMatter, findings) = FrontMatter.read(
      source, settings: try Fixture.configuration().content)
    #expect(frontMatter?.isPresent == false)
    #expect(frontMatter?.bodyStart == 0)
    #expect(findings == [])
  }

  @Test(arguments: [
    ("+++\ntitle = 'x'\n", "1:1 front-matter-unclosed"),
    ("---\ntitle: x\n+++\n", "1:1 front-matter-unclosed"),
    (";;;\n\"a\": 1\n---\n", "1:1 front-matter-unclosed"),
    ("---toml\na = 1\n+++\n", "1:1 front-matter-unclosed"),
    ("---coffee\ntitle: 'x'\n---\n", "1:1 front-matter-unsupported"),
    ("---js\nmodule.exports = {}\n---\n", "1:1 front-matter-unsupported"),
    ("+++\ntitle: x\n+++\n", "2:6 front-matter-toml"),
    ("{\"title\": \"x\"", "1:14 front-matter-json"),
    ("{\"a\": }\n", "1:7 front-matter-json"), ("---json\n{}\nx\n---\n", "3:1 front-matter-json"),
    ("---json\n[1]\n---\n", "2:1 front-matter-yaml"),
    ("\n+++\na = 1\n+++\n", "2:1 front-matter-missing"),
    (
      "{\"a\": \(String(repeating: "[", count: 70))\(String(repeating: "]", count: 70))}",
      "1:70 front-matter-json"
    ),
    ("\u{FEFF}---\ntitle: x: y\n---\n", "2:9 front-matter-yaml"),
    ("---\r\rtitle: x\n", "1:1 front-matter-missing"),
  ])
  func `front matter that can't be read is told`(text: String, place: String) throws {
    let (article, findings) = try Fixture.read(text)
    #expect(article == nil)
    #expect(Fixture.places(findings.filter { $0.severity == .error }) == [place])
  }

  @Test(arguments: [
    "---\n---\n# A\n", "+++\n+++\n# A\n", "{}\n# A\n", "---json\n---\n# A\n", ";;;\n;;;\n# A\n",
  ])
  func `front matter may be empty`(text: String) throws {
    #expect(try Fixture.whole(text, path: "2026-02-10-a.md").article.title == "A")
  }

  @Test func `a term is found in every syntax`() throws {
    let settings = try Fixture.configuration().content
    let toml = try Fixture.whole(
      "+++\ntitle = 'x'\ndate = 2026-02-10\n[taxonomies]\ntags = ['a', 'b']\n+++\n")
    #expect(
      toml.position(of: "b", as: .keyword, settings: settings) == Position(line: 5, column: 14))
    let json = try Fixture.whole(
      "{\"title\": \"x\", \"date\": \"2026-02-10\",\n\"tags\": [\"a\", \"b\"]}")
    #expect(
      json.position(of: "b", as: .keyword, settings: settings) == Position(line: 2, column: 15))
  }

  @Test func `text cut anywhere is read or refused without a crash`() throws {
    let whole = [
      "---\ntitle: Hello\ntags: [a, 'b']\n---\n# T\n", "+++\ntitle = \"x\"\n[a]\nb = [1]\n+++\nx",
      "{\"title\": \"x\", \"a\": [1, {}]}\nx", "Title: x\nDate: 2026-02-10\n  more\n\nx",
      ";;;\n\"a\": 1,\n;;;\n",
    ]
    for text in whole {
      let bytes = Array(text.utf8)
      for end in bytes.indices {
        _ = try Fixture.read(bytes: Array(bytes[..<end]))
        var spoilt = bytes
        spoilt[end] = 0x22
        _ = try Fixture.read(bytes: spoilt)
        spoilt[end] = 0x0A
        _ = try Fixture.read(bytes: spoilt)
      }
    }
  }
}
