import FeedValues
import Testing

@testable import Content

/// The page is `https://harbor.example/voice/hello/`; in what is expected `§` stands for it, and `¶`
/// for the site's root.
struct HTMLPassTests {
  @Test(arguments: [
    ("x.png", "§x.png"), ("./x.png", "§x.png"), ("../x.png", "¶voice/x.png"),
    ("../../../x.png", "¶x.png"), ("/x.png", "¶x.png"), ("?q", "§?q"), ("#fn1", "§#fn1"),
    ("//cdn.example/i.png", "https://cdn.example/i.png"), ("/x?q=1#top", "¶x?q=1#top"),
    ("/%C3%A9", "¶%C3%A9"), ("/日本.html", "¶日本.html"), ("/a:b", "¶a:b"), (" /x ", "¶x"),
    ("/a\nb", "¶ab"), ("/x?a=1&amp;b=2", "¶x?a=1&amp;b=2"), ("/x?a=1&b=2", "¶x?a=1&amp;b=2"),
    ("&#x2F;x", "¶x"), ("/&quot;x&#34;", "¶%22x%22"), ("/caf&eacute;", "¶caf&eacute;"),
    ("/a&amp;eacute;", "¶a&amp;eacute;"), ("/it's", "¶it's"), ("/&lt;x&gt;", "¶%3Cx%3E"),
    ("https://other.example/../a?b&c", "https://other.example/../a?b&c"),
    ("HTTP://other.example", "HTTP://other.example"), ("mailto:a@b.example", "mailto:a@b.example"),
    ("tel:+49", "tel:+49"), ("data:image/png;base64,AA==", "data:image/png;base64,AA=="),
  ])
  func `a URL becomes absolute`(url: String, expected: String) throws {
    #expect(
      try run("<p><a href=\"\(url)\">x</a></p>") == restored("<p><a href=\"\(expected)\">x</a></p>")
    )
  }

  @Test(arguments: [
    ("<a href='/x'>", "<a href='¶x'>"),
    ("<a href=/x>", "<a href=\"¶x\">"),
    ("<a href=/x class=y>", "<a href=\"¶x\" class=y>"),
    ("<a href='/\"x'>", "<a href='¶%22x'>"),
    ("<a href='/&#39;x'>", "<a href='¶&#39;x'>"),
    ("<A HREF = \"/x\" >", "<A HREF = \"¶x\" >"),
    ("<a\nhref=\n\"/x\"\n>", "<a\nhref=\n\"¶x\"\n>"),
    ("<a/href=\"/x\"/>", "<a/href=\"¶x\"/>"),
    ("<a title='>' href=\"/x\">", "<a title='>' href=\"¶x\">"),
    ("<a disabled href=\"/x\">", "<a disabled href=\"¶x\">"),
    ("<a title=\"href='/y'\" href=\"/x\">", "<a title=\"href='/y'\" href=\"¶x\">"),
    ("<my-card href=\"/x\">", "<my-card href=\"¶x\">"),
    ("<p>é</p><img src=\"é.png\" alt=\"ü\">ö", "<p>é</p><img src=\"§é.png\" alt=\"ü\">ö"),
  ])
  func `quotes and the rest of a tag stay`(html: String, expected: String) throws {
    let end = html.hasPrefix("<my-card") ? "</my-card>" : html.hasPrefix("<p>") ? "" : "</a>"
    #expect(try run(html + end.uppercased()) == restored(expected + end.uppercased()))
  }

  @Test(arguments: ["href", "src", "poster", "cite", "data", "longdesc", "background"])
  func `each attribute that holds a URL is looked at`(name: String) throws {
    #expect(try run("<x \(name)=\"/y\"></x>") == restored("<x \(name)=\"¶y\"></x>"))
  }

  @Test(arguments: [
    ("a.png", "§a.png"), ("a.png 1x, /b.png 2x", "§a.png 1x, ¶b.png 2x"),
    ("a.png 100w,b.png 200w", "§a.png 100w, §b.png 200w"), ("a.png, b.png 2x", "§a.png, §b.png 2x"),
    ("  a.png\n  1x ,\n b.png 2x  ", "§a.png 1x, §b.png 2x"),
    ("https://o.example/a.png 1x, b.png 2x", "https://o.example/a.png 1x, §b.png 2x"),
    ("data:image/png;base64,AA== 1x, b.png 2x", "data:image/png;base64,AA== 1x, §b.png 2x"),
    ("a.png?x=1&amp;y=2 1x", "§a.png?x=1&amp;y=2 1x"), ("a,b.png 1x", "§a,b.png 1x"),
  ])
  func `each candidate of a srcset becomes absolute`(value: String, expected: String) throws {
    #expect(
      try run("<img srcset=\"\(value)\" alt=\"\">")
        == restored("<img srcset=\"\(expected)\" alt=\"\">"))
  }

  @Test(arguments: [
    "", "plain text", "a < b href=\"/x\"", "<>", "1 <2 src=\"/x\">",
    "<pre><code>&lt;a href=\"/x\"&gt;</code></pre>", "<code>src=\"/x\"</code>",
    "<p data-href=\"/x\" title=\"/x\" data-src=\"/x\" id=href>x</p>",
  ])
  func `what only looks like a tag's URL stays as it is`(html: String) throws {
    #expect(try run(html) == html)
  }

  /// Prose that names an element without writing it as code must not hide what follows.
  @Test(arguments: ["title", "script", "style", "textarea", "xmp"])
  func `a raw element that is never closed hides nothing`(name: String) throws {
    #expect(
      try run("<p>The <\(name)> one. <a href=\"/x\">x</a></p>")
        == restored("<p>The  one. <a href=\"¶x\">x</a></p>"))
  }

  @Test(arguments: [
    ("<!-- <a href=\"/x\"> --><a href=\"/y\">", "<a href=\"¶y\"></a>"),
    ("<script>'<a href=\"/x\">'</script><a href=\"/y\">", "<a href=\"¶y\"></a>"),
    ("<!--><a href=\"/y\">", "<a href=\"¶y\"></a>"),
    ("< <a href=\"/y\">", "< <a href=\"¶y\"></a>"),
    ("<<a href=\"/y\">", "&lt;<a href=\"¶y\"></a>"), ("</><a href=\"/y\">", "<a href=\"¶y\"></a>"),
    ("<title>x</title><a href=\"/y\">", "<a href=\"¶y\"></a>"),
  ])
  func `behind what is left out the pass goes on`(html: String, expected: String) throws {
    #expect(try run(html) == restored(expected))
  }

  @Test(arguments: [
    ("a\u{B}b\u{0}c", "abc"), ("a\u{FFFE}b\u{FFFF}", "ab"),
    ("<a href=\"/\u{B}x\"></a>", "<a href=\"¶x\"></a>"),
    ("\u{FFFD}\u{7F}\t\n", "\u{FFFD}\u{7F}\t\n"),
  ])
  func `a character that XML forbids is dropped`(html: String, expected: String) throws {
    #expect(try run(html) == restored(expected))
  }

  @Test(arguments: ["&#11;", "&#x0B;", "&#xFFFE;", "&#x1F;", "&#0;", "&#xD800;", "&#x110000;"])
  func `no reference in a URL brings such a character back`(reference: String) throws {
    let result = try run("<a href=\"/x\(reference)y\"><img srcset=\"\(reference)z 1x\">")
    #expect(result.unicodeScalars.filter { $0.isForbiddenInXML } == [])
  }

  @Test(.timeLimit(.minutes(1)))
  func `HTML that is cut anywhere is read to its end, and a second pass changes nothing`() throws {
    let html = Array(
      """
      <p class=a>é<a href='../x?a&amp;b'>y</a><!-- c --><img srcset="a.png 1x, b.png" src=/z alt>\
      <script>'<a href="/x">'</script><![CDATA[ <i> ]]><?x y?></p href="q"><br/><a =/href="&#x2F;
      """.utf8)
    let pass = HTMLPass(base: try AbsoluteURL("https://harbor.example/voice/hello/"))
    for length in 0...html.count {
      let once = pass.run(Array(html[..<length])).html
      #expect(pass.run(once).html == once, "\(length)")
    }
    for start in html.indices { _ = pass.run(Array(html[start...])) }
  }

  private func run(_ html: String) throws -> String {
    let pass = HTMLPass(base: try AbsoluteURL("https://harbor.example/voice/hello/"))
    return String(decoding: pass.run(Array(html.utf8)).html, as: UTF8.self)
  }

  private func restored(_ expected: String) -> String {
    expected.replacing("§", with: "https://harbor.example/voice/hello/")
      .replacing("¶", with: "https://harbor.example/")
  }
}
