import FeedValues
import Testing

@testable import Content

/// Active content, frames and balance; URLs are tested in `HTMLPassTests`.
struct HTMLSafetyTests {
  private static let removals: [(String, String)] = [
    ("a<script>alert(1)</script>b", "ab"), ("a<SCRIPT src=//x/y></SCRIPT >b", "ab"),
    ("a<script>'<p>'</scripty></script>b", "ab"), ("a<script/src=x>b", "ab"),
    ("<scr<script>ipt>alert(1)</script>", "&lt;scr"),
    ("<<script>alert(1)//<</script>", "&lt;"), ("<script<x>1</script>", "&lt;script<x>1</x>"),
    ("a<style>p{background:url(x)}</style>b", "ab"), ("a<link rel=stylesheet href=x>b", "ab"),
    ("a<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">b", "ab"),
    ("<form action=/x>a<input name=q>b<button>Go</button>c</form>", "abc"),
    ("<select><option>1<option>2</select>a<textarea><b></textarea>b", "ab"),
    ("<title>a</title>b<template><img src=x></template>c", "bc"),
    (
      "<noscript><p title=\"</noscript><img src=x onerror=y>\">a</p></noscript>",
      "<p title=\"&lt;/noscript>&lt;img src=x onerror=y>\">a</p>"
    ),
    ("a<!-- b -->c<![CDATA[<i>]]>d<?php echo '>' ?>e<!doctype html>f</>g", "acdefg"),
    ("a<!--[if IE]><script>1</script><![endif]-->b", "ab"), ("a<!--b", "a"), ("a<!-->b", "ab"),
    ("a<!--b--!>c", "ac"), ("<xmp><b>x</xmp>", "<pre>&lt;b>x</pre>"),
    ("<html><head><meta charset=utf-8></head><body onload=x>a</body></html>", "a"),
    ("<img src=\"/x\" onerror=\"alert(1)\">", "<img src=\"¶x\">"),
    ("<img src=\"/x\"onerror=alert(1)alt=y>", "<img src=\"¶x\">"),
    ("<p onclick=\"x\"class=\"y\">a</p>", "<p class=\"y\">a</p>"),
    ("<img\nONERROR='alert(1)'\tsrc=\"/x\"/>", "<img\tsrc=\"¶x\"/>"),
    ("<img \"\"\"><script>alert(1)</script>\">", "<img>\">"),
    ("<svg/onload=alert(1)>a</svg>", "<svg/ >a</svg>"),
    ("<svg><script>1</script><path d=\"M0\"/></svg>", "<svg><path d=\"M0\"/></svg>"),
    ("<svg><g / onload=x></svg>", "<svg><g / ></g></svg>"),
    ("<svg><foreignObject><body onload=x></foreignObject></svg>", "<svg></svg>"),
    ("<svg><a xlink:href=\"javascript:x\">a</a></svg>", "<svg><a>a</a></svg>"),
    ("<svg><title>a</title></svg>", "<svg><title>a</title></svg>"),
    (
      "<svg><animate attributeName=href values=javascript:x /></svg>",
      "<svg><animate values=javascript:x /></svg>"
    ),
    ("<svg:script>a</svg:script>", "a"), ("<math href=\"javascript:x\">a</math>", "<math>a</math>"),
    ("<p style=\"width:expression(alert(1))\">a</p>", "<p>a</p>"),
    ("<p style=\"background:u\\72l(x)\">a</p>", "<p>a</p>"),
    ("<p style=\"xss:expr/**/ession(1)\">a</p>", "<p>a</p>"),
    ("<p style=\"behavior:#x\">a</p>", "<p>a</p>"),
    ("<p style=\"color: red\">a</p>", "<p style=\"color: red\">a</p>"),
    (
      "<base href=\"https://b.example/c/\"><a href=\"d\">e</a>",
      "<a href=\"https://b.example/c/d\">e</a>"
    ),
    ("<base href=\"javascript:x//\"><a href=\"/d\">e</a>", "<a href=\"¶d\">e</a>"),
    ("<embed src=\"data:text/html;base64,PHNjcmlwdD4=\">a", "a"),
    ("<object data=\"data:text/html,x\"><p>a</p></object>", "<p>a</p>"),
    (
      "<object data=/a.pdf><embed src=/a.pdf></object>",
      "<p><a href=\"¶a.pdf\">harbor.example</a></p>"
    ),
    ("<iframe srcdoc=\"<script>1</script>\"></iframe>a", "a"),
    ("<iframe src=\"javascript:x\"></iframe>a", "a"),
    ("+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
    ("<scr\u{0}ipt>1</scr\u{0}ipt>a", "a"), ("<a href=\"java\u{0}script:x\">a</a>", "<a>a</a>"),
  ]

  private static let urls = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " \u{1}javascript:x", "java\tscript:x",
    "java\nscript:x", "&#x6A;avascript:x", "&#106avascript:x", "&#0000106&#0000097vascript:x",
    "&#x00000000000000000000000000000000000000006a;avascript:x", "java&Tab;script&colon;x",
    "java&NewLine;script:x", "&#14; javascript:x", "&#1;javascript:x", "vbscript:x",
    "data:text/html,x", "DATA:text/html;base64,x", "data:text&sol;html,x", "data:image/svg+xml,x",
    "data:application/xhtml+xml,x", "java&#x200B;script:x", "view-source:javascript:x",
    "javascript&#58;x", "java\u{C}script:x",
  ]

  private static let balances: [(String, String)] = [
    ("<b><i>x</b></i>", "<b><i>x</i></b>"), ("<div>a", "<div>a</div>"), ("a</div>b</p>", "ab"),
    ("<p>a<p>b", "<p>a</p><p>b</p>"), ("<p>a<div>b</div></p>", "<p>a</p><div>b</div>"),
    (
      "<ul><li>a<li>b<ul><li>c</ul></ul>",
      "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"
    ),
    ("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"),
    (
      "<table><tr><td>a<th>b<tr><td>c</table>",
      "<table><tr><td>a</td><th>b</th></tr><tr><td>c</td></tr></table>"
    ),
    (
      "<table><td><table></td></table></table>",
      "<table><td><table></table></td></table>"
    ),
    ("<div><table><td></div>a</table></div>", "<div><table><td>a</td></table></div>"),
    ("<br>a</br><img src=\"¶x\"><hr>", "<br>a<img src=\"¶x\"><hr>"),
    ("<div/>a", "<div/>a</div>"), ("<p>a</p href=x>", "<p>a</p>"), ("<P>a</p >", "<P>a</p>"),
    ("<a href=\"¶x\">a<a href=\"¶y\">b", "<a href=\"¶x\">a</a><a href=\"¶y\">b</a>"),
    ("<p>a<b", "<p>a&lt;b</p>"), ("a<", "a&lt;"),
    ("<https://x.example/>", "&lt;https://x.example/>"),
    ("<ruby>a<rt>b<rt>c</ruby>", "<ruby>a<rt>b</rt><rt>c</rt></ruby>"),
  ]

  private static let embeds: [(String, String)] = [
    (
      "<iframe src=\"https://www.youtube.com/embed/a_B-1?rel=0&amp;start=9\" title=\"A &amp; <B>\"></iframe>",
      "<p><a href=\"https://www.youtube.com/watch?v=a_B-1&amp;t=9\">A &amp; &lt;B&gt;</a></p>"
    ),
    (
      "<iframe src=\"//www.youtube-nocookie.com/embed/abc\"></iframe>",
      "<p><a href=\"https://www.youtube.com/watch?v=abc\">YouTube</a></p>"
    ),
    (
      "<iframe src=\"https://youtube.com/embed/videoseries?list=PL1\"></iframe>",
      "<p><a href=\"https://www.youtube.com/playlist?list=PL1\">YouTube</a></p>"
    ),
    (
      "<p>a <iframe src=https://player.vimeo.com/video/12?h=ab></iframe></p>",
      "<p>a <a href=\"https://vimeo.com/12/ab\">Vimeo</a></p>"
    ),
    (
      "<div><iframe data-src=\"/map\"><p>no frames</iframe></div>",
      "<div><p><a href=\"¶map\">harbor.example</a></p></div>"
    ),
    (
      "<iframe src=\"https://o.example/a?b&c\">a",
      "<p><a href=\"https://o.example/a?b&amp;c\">o.example</a></p>a"
    ),
    (
      "<iframe src=\"https://open.spotify.com/embed/track/9a?x\"></iframe>",
      "<p><a href=\"https://open.spotify.com/track/9a\">Spotify</a></p>"
    ),
    (
      "<iframe src=\"https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/9\"></iframe>",
      "<p><a href=\"https://api.soundcloud.com/tracks/9\">SoundCloud</a></p>"
    ),
    (
      "<iframe src=\"https://player.twitch.tv/?video=v12&amp;parent=x\"></iframe>",
      "<p><a href=\"https://www.twitch.tv/videos/v12\">Twitch</a></p>"
    ),
    (
      "<iframe src=\"https://www.dailymotion.com/embed/video/x7\"></iframe>",
      "<p><a href=\"https://www.dailymotion.com/video/x7\">Dailymotion</a></p>"
    ),
    (
      "<iframe src=\"https://codepen.io/ada/embed/Abc?tab=js\"></iframe>",
      "<p><a href=\"https://codepen.io/ada/pen/Abc\">CodePen</a></p>"
    ),
    (
      "<iframe src=\"https://v.example/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d\"></iframe>",
      "<p><a href=\"https://v.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d\">v.example</a></p>"
    ),
    (
      "<iframe src=\"https://embed.podcasts.apple.com/de/podcast/a/id9\"></iframe>",
      "<p><a href=\"https://podcasts.apple.com/de/podcast/a/id9\">Apple Podcasts</a></p>"
    ),
    (
      "<iframe src=\"https://www.google.com/maps/embed?pb=1\"></iframe>",
      "<p><a href=\"https://www.google.com/maps/embed?pb=1\">Google Maps</a></p>"
    ),
    ("<a href=\"¶x\"><iframe src=/y title=T></iframe></a>", "<a href=\"¶x\">T</a>"),
    (
      "<video autoplay src=\"/a.mp4\" poster=\"b.png\"><track src=/c></video>",
      "<video src=\"¶a.mp4\" poster=\"§b.png\"><track src=\"¶c\"></video>"
    ),
    ("<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> a</li>", "<li>☑ a</li>"),
    ("<li><input type=\"checkbox\" disabled=\"\" /> a</li>", "<li>☐ a</li>"),
    ("<input type=checkbox>a", "a"),
    ("<img data-src=\"/a.png\" loading=lazy>", "<img src=\"¶a.png\">"),
    (
      "<img src=\"data:image/gif;base64,R0\" data-src=a.png decoding=\"async\" alt=\"\">",
      "<img src=\"§a.png\" alt=\"\">"
    ),
    ("<img src=\"/b.png\" data-src=\"/a.png\">", "<img src=\"¶b.png\" data-src=\"/a.png\">"),
    ("<img data-srcset=\"/a.png 2x\" srcset=\"data:, 1x\">", "<img srcset=\"¶a.png 2x\">"),
    ("<img srcset=\"javascript:x 1x, /a.png 2x\">", "<img srcset=\"¶a.png 2x\">"),
    ("<img data-src=\"javascript:x\">", "<img>"),
    ("<p data-x=\"y\" id=\"z\">a</p>", "<p data-x=\"y\" id=\"z\">a</p>"),
  ]

  @Test(arguments: removals + balances + embeds)
  func `HTML is made safe, whole and self-standing`(html: String, expected: String) throws {
    let once = run(restored(html))
    #expect(once == restored(expected))
    #expect(run(once) == once)
    #expect(fault(in: once) == nil)
  }

  @Test(arguments: urls)
  func `a URL that runs something goes, however it is disguised`(url: String) throws {
    for quote in ["\"", "'"] {
      #expect(
        run("<a title=\(quote)t\(quote) href=\(quote)\(url)\(quote)>x</a>")
          == "<a title=\(quote)t\(quote)>x</a>")
    }
  }

  @Test(arguments: [
    "javascripts/x.js", "/javascript:x", "https://x.example/javascript:x", "#javascript:x",
    "x/y:z", "data:image/png;base64,AA==", "mailto:a@b.example",
  ])
  func `a URL that only looks active stays`(url: String) {
    #expect(run("<a href=\"\(url)\">x</a>").contains("href="))
  }

  @Test func `what is taken out is told once a kind`() throws {
    let result = pass.run(
      Array("<script></script><p onclick=a onload=b><script></script></p>".utf8))
    #expect(
      result.removals.all.map { "\($0.count) \($0.kind)" } == [
        "2 `script` element", "2 `on…` handler",
      ])
  }

  @Test func `findings name the place in the article`() throws {
    let loaded = try Fixture.whole(
      "---\ntitle: A\ndate: 2026-02-10\n---\nText.\n\n<p>x <b ONCLICK=\"x()\">y</b></p>\n\n<script>1</script>\n\n[a](javascript:x)\n"
    )
    let rendered = EntryRenderer(configuration: try Fixture.configuration())
      .entry(for: loaded, id: "urn:x", categories: [])
    #expect(
      Fixture.places(rendered.diagnostics) == [
        "7:9 html-removed", "9:1 html-removed", "11:5 html-removed",
      ])
  }

  @Test func `a finding passes over code that looks the same`() throws {
    let loaded = try Fixture.whole(
      "---\ntitle: A\ndate: 2026-02-10\n---\nThe `<script>` one.\n\n```\n<script>\n```\n\n<script>1</script>\n"
    )
    let rendered = EntryRenderer(configuration: try Fixture.configuration())
      .entry(for: loaded, id: "urn:x", categories: [])
    #expect(Fixture.places(rendered.diagnostics) == ["11:1 html-removed"])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<b>", "<div>", "<p><b>", "<a ", "<a href=\"", "<button>", "<script>", "<xmp>",
      "<iframe src=/x>", "<!", "<![CDATA[",
      "<?", "</", "<a<", "<x></y>", "<ul><li>", "<table><tr><td>", "<svg>", "<", "<!-",
      "<select><x1:script>",
    ])
  func `what nests or repeats without end takes linear time`(part: String) {
    let once = run(String(repeating: part, count: part == "<b>" ? 100_000 : 20_000))
    #expect(fault(in: once) == nil)
  }

  @Test(.timeLimit(.minutes(2)))
  func `any soup becomes well-nested HTML that a second pass leaves as it is`() {
    var random = SplitMix(state: 42)
    let parts =
      [
        "<", ">", "/", "\"", "'", "=", " ", "&", ";", "\n", "-", "!", "?", "x", "<b>", "</b>",
        "<p>", "</p>", "<svg>", "</svg>", "<g/>", "<td>", "<table>", "</table>", "<li>", "</li>",
        "<ul>", "</ul>", "<a href=", "</a>", "<img src=", "<iframe src=/x>", "</iframe>",
        "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "onclick=", "data-src=",
        "srcset=", "a,b 1x", "style=", "&#x6A;", "javascript:", "<title>", "</title>", "<xmp>",
        "</xmp>", "<input type=checkbox disabled>", "<base href=/q/>", "é", "<object data=/y>",
        "<h1>", "<h2>", "<i>", "</i>", "<math>", "</math>", "<mtext>", "<desc>", "<g>", "<span>",
        "</span>", "<a href=/1>", "<font size=1>", "</font>", "<td>", "<image src=", "<blockquote>",
        "</blockquote>", "<div/>", "xlink:href", "<x:y>", "</x:y>", "loading",
      ]
      + Self.removals.map(\.0) + Self.balances.map(\.0) + Self.embeds.map(\.0)
    for round in 0..<3_000 {
      let soup = (0..<Int(random.next() % 24)).map { _ in
        parts[Int(random.next() % UInt64(parts.count))]
      }.joined()
      check(Array(soup.utf8), round)
      var bytes = Array(soup.utf8.prefix(120))
      for _ in 0..<4 where !bytes.isEmpty {
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      check(bytes, round)
    }
  }

  @Test(arguments: removals + balances + embeds)
  func `a cut at any byte breaks nothing`(html: String, expected: String) {
    let bytes = Array(html.utf8)
    for length in 0...bytes.count {
      check(Array(bytes[..<length]), length)
      check(Array(bytes[length...]), length)
    }
  }

  private func check(_ bytes: [UInt8], _ round: Int) {
    let once = pass.run(bytes).html
    let text = String(decoding: once, as: UTF8.self)
    let problem = fault(in: text)
    if problem != nil || pass.run(once).html != once {
      Issue.record(
        "\(round): \(String(decoding: bytes, as: UTF8.self)) → \(text): \(problem ?? "not stable: \(String(decoding: pass.run(once).html, as: UTF8.self))")"
      )
    }
  }

  private let pass: HTMLPass

  init() throws { pass = HTMLPass(base: try AbsoluteURL("https://harbor.example/voice/hello/")) }

  private func run(_ html: String) -> String {
    String(decoding: pass.run(Array(html.utf8)).html, as: UTF8.self)
  }

  private func restored(_ text: String) -> String {
    text.replacing("§", with: "https://harbor.example/voice/hello/")
      .replacing("¶", with: "https://harbor.example/")
  }
}
