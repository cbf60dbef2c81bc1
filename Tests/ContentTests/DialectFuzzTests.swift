import FeedValues
import Markdown
import Testing

@testable import Content

/// Whatever is written, the outcome is well-nested HTML, and it comes soon.
@Suite(.serialized)
struct DialectFuzzTests {
  private static let parts = [
    "{", "}", "{{", "}}", "{%", "%}", "{{<", ">}}", "{{%", "%}}", "{#", "#}", "{:", "{:/", "[[",
    "]]",
    "![[", "|", "<", ">", "/>", "</", "<!--", "-->", "`", "```", "~~~", "$", "$$", "\\", ":::",
    "::::",
    "::x{", "\n", "\n\n", "    ", "\t", "> ", "- ", "1. ", "# ", "> [!NOTE]", "[TOC]", "\r\n", "é",
    "\"",
    "'", "=", "a", " ", "(", ")", ",", "raw", "endraw", "{% raw %}", "{% endraw %}", "{% if a %}",
    "{% else %}", "{% endif %}", "{% for x in y %}", "{% endfor %}", "{% highlight c %}",
    "{% endhighlight %}", "{% end %}", "{{</*", "*/>}}", "{{< highlight go >}}",
    "{{< /highlight >}}",
    "{{< figure src=a >}}", "{{ site.title }}", "{{ f(a=1) }}", "{% f(a) %}", ":::note", "<Abc>",
    "</Abc>",
    "<Abc x={", "<Image src=\"a\" />", "<Link to=\"a\">", "</Link>", "<div className=",
    "import a from 'b.png'",
    "export const a = {", "{/*", "*/}", "{: .a}", "{:toc}", "* TOC", "[a](b.md)", "[a](@/b.md)",
    "<p>", "</p>",
    "<script>", "<!--more-->", "-", "{% comment %}", "{% endcomment %}", "{% assign a = 'b' %}",
    "{{ a }}",
  ]

  @Test(.timeLimit(.minutes(2)), arguments: ["hello.md", "hello.mdx"])
  func `any soup of dialects becomes well-nested HTML`(path: String) throws {
    let page = try DialectSample.page(path: path)
    var random = SplitMix(state: 7)
    for round in 0..<1_500 {
      let count = Int(random.next() % 40)
      let soup = (0..<count).map { _ in
        Self.parts[Int(random.next() % UInt64(Self.parts.count))]
      }.joined()
      var bytes = Array(soup.utf8)
      if round % 3 == 0, !bytes.isEmpty {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(random.next() % 0x80)
      }
      let start = bytes.isEmpty ? 0 : Int(random.next() % UInt64(bytes.count))
      let made = pass(bytes, from: round % 2 == 0 ? 0 : start, page)
      let html = try HTMLPass(base: AbsoluteURL(page.link)).run(Markdown.render(made[...]).html)
        .html
      if let problem = fault(in: String(decoding: html, as: UTF8.self)) {
        Issue.record("\(round): \(soup) → \(String(decoding: html, as: UTF8.self)): \(problem)")
      }
      #expect(pass(bytes, from: round % 2 == 0 ? 0 : start, page) == made)
    }
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "{", "{{", "{%", "{{<", "{{% ", "{#", "{: ", "[[", "![[", "<A", "<A '\"", "<!--", "`",
      "`a``b", "$", "$a ",
      ":::", "\n:::a", "> [!N", "{% raw %}", "{% for %}", "{% if %}", "{% else %}",
      "{% highlight %}", "{{< a >}}",
      "{{< highlight >}}", "<Abc>", "<Abc>\n", "</Abc>", "<Abc x={", "import a from\n",
      "export {\n\n", "a{:", "[a]{.b",
      "\n> ", "- ", "\n- a", "> ", "::a{", "\n{: .a}", "* TOC\n{:toc}\n", "{{ a() }}", "{% a() %}",
      "{% end %}",
      "{% comment %}", "{::comment}", "<a x={", "{/*", "{% assign a = a %}",
    ])
  func `what repeats without end is read to its end`(part: String) throws {
    for path in ["hello.md", "hello.mdx"] {
      let page = try DialectSample.page(path: path)
      let bytes = Array(String(repeating: part, count: 20_000 / part.utf8.count).utf8)
      let made = pass(bytes, from: 0, page)
      #expect(made.count <= bytes.count * 8 + 200, "\(path): \(made.count)")
    }
  }

  @Test(arguments: DialectFuzzTests.parts)
  func `a text that ends with a beginning is read to its end`(part: String) throws {
    let page = try DialectSample.page(path: "hello.mdx")
    for text in ["{% raw %}{{ a }} ", ":::note\n", "<Abc>\n  ", "> ", "{{< highlight c >}}"] {
      let bytes = Array((text + part).utf8)
      for end in 0...bytes.count {
        let made = pass(Array(bytes[..<end]), from: 0, page)
        #expect(made.count <= end * 4 + 200)
      }
    }
  }

  private func pass(_ bytes: [UInt8], from start: Int, _ page: DialectPage) -> [UInt8] {
    let pass = DialectPass(settings: DialectSettings(kept: []))
    return pass.run(bytes, from: start, page: { page }, isMDX: page.isMDX)?.text
      ?? Array(bytes[start...])
  }
}
