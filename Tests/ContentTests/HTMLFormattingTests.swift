import FeedValues
import Testing

@testable import Content

/// Formatting that crosses other elements comes out as browsers show it; `¶` is the site's root.
struct HTMLFormattingTests {
  @Test(arguments: [
    ("<b><i>x</b>y</i>", "<b><i>x</i></b><i>y</i>"),
    ("<b>1<p>2</b>3</p>", "<b>1</b><p><b>2</b>3</p>"),
    ("<p>1<b>2<p>3</b>4</p>", "<p>1<b>2</b></p><p><b>3</b>4</p>"),
    ("<p><b>a</p><p>b", "<p><b>a</b></p><p><b>b</b></p>"),
    ("<b><p>a</p>c<p>b</b>d</p>", "<b></b><p><b>a</b></p><b>c</b><p><b>b</b>d</p>"),
    ("<div><i>a</div>b</i>c", "<div><i>a</i></div><i>b</i>c"),
    ("<span><b>a</span>b</b>", "<span><b>a</b></span><b>b</b>"),
    ("<b><span>a</b>b</span>", "<b><span>a</span></b>b"),
    ("<a href=\"¶x\">a<a href=\"¶y\">b</a>", "<a href=\"¶x\">a</a><a href=\"¶y\">b</a>"),
    (
      "<a href=\"¶x\"><div>a<a href=\"¶y\">b</a></div>",
      "<a href=\"¶x\"></a><div><a href=\"¶x\">a</a><a href=\"¶y\">b</a></div>"
    ),
    ("<p><a name=\"x\">a</p><p>b</p>", "<p><a name=\"x\">a</a></p><p>b</p>"),
    ("<em><ul><li>a</em><li>b</ul>", "<em></em><ul><li><em>a</em></li><li>b</li></ul>"),
    ("<b><h2>a<h3>b</b>c</h3>", "<b></b><h2><b>a</b></h2><h3><b>b</b>c</h3>"),
    ("<h2>a</h3>b", "<h2>a</h2>b"),
    ("<h2>a<b>b<h3>c</h3>", "<h2>a<b>b<h3>c</h3></b></h2>"),
    (
      "<p><b>a<table><tr><td>b</td></tr></table>c",
      "<p><b>a</b></p><table><tr><td>b</td></tr></table><b>c</b>"
    ),
    ("<td>a</td><tr>b", "ab"),
    (
      "<p><u onclick=\"x\" class=\"y\">a<p>b</u>",
      "<p><u class=\"y\">a</u></p><p><u class=\"y\">b</u></p>"
    ),
    ("<b><b><b><b><b><p>a</b>b", "<b><b><b><b><b></b><p><b>a</b>b</p></b></b></b></b>"),
    (
      "<i><font color=\"red\">a</i>b</font>",
      "<i><font color=\"red\">a</font></i><font color=\"red\">b</font>"
    ),
    ("<code>a<pre>b</code>c</pre>", "<code>a</code><pre><code>b</code>c</pre>"),
    ("<p><b>a<blockquote>b", "<p><b>a</b></p><blockquote><b>b</b></blockquote>"),
    ("<span><div>a</span>b</div>c", "<span><div>ab</div>c</span>"),
    ("<li><div>a<li>b", "<li><div>a</div></li><li>b</li>"),
    ("<p><b>a</p><p>b</b><image src=\"¶x\">", "<p><b>a</b></p><p><b>b</b><img src=\"¶x\"></p>"),
    ("<p>a<svg><image>b</image></svg>", "<p>a<svg><image>b</image></svg></p>"),
    ("<p><b>a<table><math>b", "<p><b>a</b></p><table><math>b</math></table>"),
    ("<p><i>a</p><image src=\"¶x\">", "<p><i>a</i></p><i><img src=\"¶x\"></i>"),
    ("<svg><g><xmp>a</xmp></svg>", "<svg><g></g></svg><pre>a</pre>"),
    ("<svg><b>a</b></svg>b", "<svg></svg><b>a</b>b"),
    ("<b>a<p>b<img src=\"¶x\"></b><br>c", "<b>a</b><p><b>b<img src=\"¶x\"></b><br>c</p>"),
    (
      "<p><s>a</p> <p> </p><p><input type=\"checkbox\" disabled>",
      "<p><s>a</s></p> <p> </p><p><s>☐</s></p>"
    ),
    (
      "<p><tt>a</p><iframe src=\"https://youtube.com/embed/a\"></iframe>b",
      "<p><tt>a</tt></p><p><a href=\"https://www.youtube.com/watch?v=a\">YouTube</a></p><tt>b</tt>"
    ),
  ])
  func `formatting is cut where it crosses, and goes on behind that`(
    html: String, expected: String
  ) throws {
    let pass = HTMLPass(base: try AbsoluteURL("https://harbor.example/voice/hello/"))
    let once = pass.run(Array(html.replacing("¶", with: "https://harbor.example/").utf8)).html
    let text = String(decoding: once, as: UTF8.self)
    #expect(text.replacing("https://harbor.example/", with: "¶") == expected)
    #expect(pass.run(once).html == once)
    #expect(fault(in: text) == nil)
  }

  @Test func `what goes on never makes more of a text than three times its size`() throws {
    let pass = HTMLPass(base: try AbsoluteURL("https://harbor.example/"))
    let long = String(repeating: "x", count: 2_000)
    let opening = (0..<30).map { "<a href=\"https://x.example/\($0)\"><b title=\"\($0)\(long)\">" }
    let text = opening.joined() + String(repeating: "<p>a", count: 20_000)
    let html = pass.run(Array(text.utf8)).html
    #expect(html.count < text.utf8.count * 3)
    #expect(fault(in: String(decoding: html, as: UTF8.self)) == nil)
  }

  // The limit is for what would not end in an hour, not for what is slow.
  @Test(.timeLimit(.minutes(3))) func `deep formatting comes to an end`() throws {
    let pass = HTMLPass(base: try AbsoluteURL("https://harbor.example/"))
    for part in ["<b><p>x</b>", "<a href=1><p>x", "<svg><g>", "<i><u><s><p>x", "<math><mi><b>"] {
      let text = String(repeating: part, count: 20_000)
      #expect(!pass.run(Array(text.utf8)).html.isEmpty, "\(part)")
    }
    let deep = "<svg>" + String(repeating: "<g>", count: 100_000)
    #expect(!pass.run(Array(deep.utf8)).html.isEmpty)
  }
}
