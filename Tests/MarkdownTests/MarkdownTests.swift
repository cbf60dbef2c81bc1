import Markdown
import Testing

struct MarkdownTests {
  @Test(arguments: [
    ("~~gone~~", "<p><del>gone</del></p>\n"),
    (
      "| a | b |\n|---|:-:|\n| 1 | `x\\|y` |\n",
      """
      <table>
      <thead>
      <tr>
      <th>a</th>
      <th align="center">b</th>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td>1</td>
      <td align="center"><code>x|y</code></td>
      </tr>
      </tbody>
      </table>

      """
    ),
    (
      "See https://harbor.example/a?b=1&c=2.",
      "<p>See <a href=\"https://harbor.example/a?b=1&amp;c=2\">https://harbor.example/a?b=1&amp;c=2</a>.</p>\n"
    ),
    ("www.harbor.example", "<p><a href=\"http://www.harbor.example\">www.harbor.example</a></p>\n"),
    (
      "- [x] done\n- [ ] open",
      """
      <ul>
      <li><input type="checkbox" checked="" disabled="" /> done</li>
      <li><input type="checkbox" disabled="" /> open</li>
      </ul>

      """
    ),
    ("<div onclick=\"x()\">raw</div>", "<div onclick=\"x()\">raw</div>\n"),
    (
      "```c\na[b[0]]>1 && x\n```",
      "<pre><code class=\"language-c\">a[b[0]]&gt;1 &amp;&amp; x\n</code></pre>\n"
    ),
    ("# C++ & C#\n", "<h1>C++ &amp; C#</h1>\n"),
    ("a\r\nb\r\n\r\nc", "<p>a\nb</p>\n<p>c</p>\n"),
    ("", ""),
  ])
  func `Markdown becomes the HTML of GitHub's dialect`(markdown: String, html: String) {
    let rendering = Markdown.render(Array(markdown.utf8)[...])
    #expect(String(decoding: rendering.html, as: UTF8.self) == html)
    #expect(rendering.lead == nil)
  }

  /// The words for the way back differ between versions of cmark-gfm.
  @Test func `a footnote stands behind the text and leads back`() {
    let rendering = Markdown.render(Array("A note.[^1]\n\n[^1]: The *note*.".utf8)[...])
    let html = String(decoding: rendering.html, as: UTF8.self)
    #expect(
      html.prefix { $0 != "↩" }.hasPrefix(
        """
        <p>A note.<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" data-footnote-ref>1</a></sup></p>
        <section class="footnotes" data-footnotes>
        <ol>
        <li id="fn-1">
        <p>The <em>note</em>. <a href="#fnref-1" class="footnote-backref" data-footnote-backref
        """))
    #expect(html.hasSuffix("↩</a></p>\n</li>\n</ol>\n</section>\n"))
  }

  @Test func `a slice is rendered from its own beginning to its own end`() {
    let text = Array("---\ntitle: x\n---\n*a*\n".utf8)
    #expect(Markdown.render(text[17...]).html == Array("<p><em>a</em></p>\n".utf8))
  }

  /// cmark-gfm edits one table for the whole process while it parses: without a lock strikethrough and
  /// autolinks get lost.
  @Test func `documents rendered at once are those rendered one by one`() async {
    let documents = (0..<4000).map { number in
      Array(
        """
        ~~gone \(number)~~ https://harbor.example/\(number) and *more* [link](/\(number)) www.a.example

        | ~~a~~ | b |
        |---|---|
        | https://b.example/\(number) | `x` |

        - [x] ~~done~~ team\(number)@harbor.example
        """.utf8)
    }
    let serial = documents.map { Markdown.render($0[...]).html }
    let parallel = await withTaskGroup(of: (Int, [[UInt8]]).self) { group in
      for first in stride(from: 0, to: documents.count, by: 250) {
        group.addTask {
          (first, documents[first..<(first + 250)].map { Markdown.render($0[...]).html })
        }
      }
      var parts: [Int: [[UInt8]]] = [:]
      for await (first, part) in group { parts[first] = part }
      return parts.sorted { $0.key < $1.key }.flatMap(\.value)
    }
    let different = serial.indices.filter { serial[$0] != parallel[$0] }
    #expect(parallel.count == serial.count)
    #expect(different.prefix(5) == [])
    #expect(String(decoding: serial[7], as: UTF8.self).hasPrefix("<p><del>gone 7</del> <a href="))
  }

  @Test(arguments: [
    ("First *one*.\n\nSecond.", "First one."),
    ("# Heading\n\nText.", "Text."),
    ("![](a.png)\n\nText.", "Text."),
    ("```\ncode\n```\n\n- item\n\nText\nof two lines.", "Text of two lines."),
    ("A [link](/x), `code` & <b>raw</b>.", "A link, code & raw."),
    ("A note.[^1]\n\n[^1]: Not in the lead.", "A note."),
    ("One.\n\nTwo.\n\n<!--more-->\n\nThree.", "One. Two."),
    ("One.\n\n<!-- more -->\n\nTwo.", "One."),
    ("One.\n<!--more-->\nTwo.", "One."),
    ("One.\n\n<!-- MORE -->\n\nTwo.", "One."),
    ("One.\n\nTwo.<!--more-->\n\nThree.", "One. Two."),
    ("# Title\n\n- a\n- b\n\n> quoted\n\n<!--more-->\n\nRest.", "Title a b quoted"),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n\n<!--more-->\n\nRest.", "a b 1 2"),
    ("<!--more-->\n\nRest.", nil),
    ("# Only a heading", nil), ("# H\n\n> quoted", "quoted"), ("![alt](x.png)\n\nReal.", "Real."),
    ("- a\n- b\n\ntext", "text"),
    ("| a |\n|---|\n| b |\n\nText.", "Text."), ("| a |\n|---|\n| b |", nil),
    ("*Update:* mended.\n\nText.", "Text."), ("Updates come.\n\nText.", "Updates come."),
    ("A &amp; B &amp;lt; one<br>two", "A & B &lt; one two"), ("The <Note> one.", "The  one."),
    ("One.\n\n<!-- excerpt-end -->\n\nTwo.", "One."),
    ("One.\n\n<!-- TEASER_END -->\n\nTwo.", "One."),
    ("One.\n\n<!-- moreover -->\n\nTwo.", "One."), ("", nil),
  ])
  func `the lead is the text before the "more" comment, else the first paragraph`(
    markdown: String, lead: String?
  ) {
    #expect(Markdown.render(Array(markdown.utf8)[...], wantsLead: true).lead == lead)
  }

  @Test(arguments: [
    ("Plain", "Plain"),
    ("Svelte <3 TypeScript", "Svelte <3 TypeScript"),
    ("The <TextMorph /> component", "The <TextMorph /> component"),
    ("<TextMorph />", "<TextMorph />"),
    ("`npm run` explained", "npm run explained"),
    ("`a < b`", "a < b"),
    ("*Emphasis* and **more** and ~~less~~", "Emphasis and more and less"),
    ("_Emphasis_", "Emphasis"),
    ("snake_case_name", "snake_case_name"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("C #", "C #"),
    ("C# & C++", "C# & C++"),
    ("1. x", "1. x"), ("1. *x*", "1. x"), ("# x", "# x"), ("# *x*", "# x"), ("- *x*", "- x"),
    ("> *x*", "> x"), ("+ `x`", "+ x"), ("*", "*"), ("---", "---"), ("~~~", "~~~"), ("```", "```"),
    ("AT&amp;T &lt;b&gt; &eacute; &#233;", "AT&T <b> é é"),
    ("AT&T", "AT&T"), ("R&D&nope;", "R&D&nope;"),
    ("A [link](/x \"t\") and ![a picture](p.png)", "A link and a picture"),
    ("[x][ref] [ ] [x]", "[x][ref] [ ] [x]"),
    ("https://harbor.example/~a_b", "https://harbor.example/~a_b"),
    ("<https://harbor.example/>", "https://harbor.example/"),
    ("a<br>b <em>c</em><!-- d -->", "a b c"), ("x<sup>2</sup>", "x2"), ("&amp;amp;", "&amp;"),
    ("“A” – ‘b’ \"c\"", "“A” – ‘b’ \"c\""), ("Say <b>x</b> <Foo>y</Foo>", "Say x <Foo>y</Foo>"),
    ("\\*not emphasis\\* \\`", "*not emphasis* `"),
    ("a\n*b*", "a b"),
    ("*音声* AI 🎙", "音声 AI 🎙"),
    ("| a | b | *c*", "| a | b | c"),
    ("", ""),
  ])
  func `a line of Markdown becomes plain text`(line: String, text: String) {
    #expect(Markdown.plainText(ofLine: line) == text)
  }
}
