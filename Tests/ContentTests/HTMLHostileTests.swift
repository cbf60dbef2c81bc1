import FeedValues
import Testing

@testable import Content

/// Ways to smuggle something that runs past a cleaner of HTML, one of each kind; `§` is the page, `¶` the
/// site's root.
struct HTMLHostileTests {
  private static let urls: [(String, String)] = [
    ("<IMG SRC=javascript:alert(1)>", "<IMG>"),
    ("<img src=`javascript:alert(1)`>", "<img src=\"§%60javascript:alert(1)%60\">"),
    ("<img src=\"jav&#x0A;ascript:x\"alt=a>", "<img alt=a>"),
    ("<a href=\"&#106&#97&#118&#97&#115&#99&#114&#105&#112&#116&#58x\">a</a>", "<a>a</a>"),
    ("<a href=\"livescript:x\">a</a>", "<a>a</a>"),
    ("<a href=\" &#14;  vbscript:x\">a</a>", "<a>a</a>"),
    ("<a href=\"feed:javascript:x\">a</a>", "<a>a</a>"),
    (
      "<svg><set attributeName=\"xlink:href\" to=\"javascript:x\"/><a id=y>a</a></svg>",
      "<svg><set to=\"javascript:x\"/><a id=y>a</a></svg>"
    ),
    (
      "<svg><animate attributeName=\"ONLOAD\" values=\"x\"/></svg>",
      "<svg><animate values=\"x\"/></svg>"
    ),
    ("<svg><use href=\"data:image/svg+xml,<svg id=x></svg>#x\"/></svg>", "<svg><use /></svg>"),
    ("<svg><use xlink:href=\"/s.svg#x\"/></svg>", "<svg><use xlink:href=\"¶s.svg#x\"/></svg>"),
  ]

  private static let foreign: [(String, String)] = [
    ("<svg><style><img src=x onerror=y></style>a</svg>", "<svg>a</svg>"),
    (
      "<svg><desc><p>a</p></desc><circle r=\"1\"/></svg>",
      "<svg><desc><p>a</p></desc><circle r=\"1\"/></svg>"
    ),
    ("<svg><p>a</p></svg>", "<svg></svg><p>a</p>"),
    ("<svg><g><b>a</b></g>b</svg>", "<svg><g></g></svg><b>a</b>b"),
    (
      "<svg><font>a</font><font color=red>b</font></svg>",
      "<svg><font>a</font></svg><font color=red>b</font>"
    ),
    (
      "<svg><title><a id=\"</title><img src=x onerror=y>\">a</a></title></svg>",
      "<svg><title><a id=\"&lt;/title>&lt;img src=x onerror=y>\">a</a></title></svg>"
    ),
    (
      "<math><mtext><table><mglyph><style><img src=x onerror=y></style></mglyph></table></mtext></math>",
      "<math><mtext><table><mglyph></mglyph></table></mtext></math>"
    ),
    ("<math><title>a</title><mi>x</mi></math>", "<math><mi>x</mi></math>"),
    (
      "<math><mtext><h1>a<mglyph><svg><mtext><style><a title=\"</style><img src onerror=y>\">",
      "<math><mtext><h1>a<mglyph><svg><mtext><img>\"></mtext></svg></mglyph></h1></mtext></math>"
    ),
    (
      "<form><math><mtext></form><form><mglyph><style></math><img src onerror=y>",
      "<math><mtext><mglyph><img></mglyph></mtext></math>"
    ),
    (
      "<math><annotation-xml encoding=\"text/html\"><p>a</p></annotation-xml></math>",
      "<math><annotation-xml encoding=\"text/html\"></annotation-xml></math><p>a</p>"
    ),
    (
      "<math><maction actiontype=\"statusline#x\" xlink:href=\"javascript:x\">a</maction></math>",
      "<math><maction actiontype=\"statusline#x\">a</maction></math>"
    ),
    ("<svg><td>a</td></svg>", "<svg><td>a</td></svg>"),
  ]

  private static let others: [(String, String)] = [
    (
      "<details open ontoggle=x><summary>a</summary>b</details>",
      "<details open><summary>a</summary>b</details>"
    ),
    ("<input onfocus=x autofocus>a", "a"),
    ("<marquee onstart=x>a</marquee>", "<marquee>a</marquee>"),
    (
      "<body background=\"javascript:x\"><table background=/b.png><tr><td background=\"javascript:x\">a</table>",
      "<table background=\"¶b.png\"><tr><td>a</td></tr></table>"
    ),
    ("<p style=\"-moz-binding:url(x)\">a</p>", "<p>a</p>"),
    ("<p style=\"position:fixed;top:0\">a</p>", "<p>a</p>"),
    ("<p style=\"background:&#x75;rl(x)\">a</p>", "<p>a</p>"),
    ("<p style=\"width:e\\78pression(x)\">a</p>", "<p>a</p>"),
    ("<p style='list-style:image-set(\"x\" 1x)'>a</p>", "<p>a</p>"),
    ("<object data=\"data:image/svg+xml,x\">a</object>", "a"),
    (
      "<object type=\"text/x-scriptlet\" data=\"https://x.example/a\">a</object>",
      "<p><a href=\"https://x.example/a\">x.example</a></p>a"
    ),
    (
      "<video src=/a onerror=x><source onerror=x src=\"javascript:y\"></video>",
      "<video src=\"¶a\"><source></video>"
    ),
    (
      "<audio src=\"data:audio/mp3,x\" autoplay></audio>",
      "<audio src=\"data:audio/mp3,x\"></audio>"
    ),
    ("<isindex action=javascript:x type=image>a", "a"),
    ("<plaintext><img src=x onerror=y>", "<img src=\"§x\">"),
    ("<xmp><img src=x onerror=y></xmp>", "<pre>&lt;img src=x onerror=y></pre>"),
    ("<noembed><img src=x onerror=y></noembed>a", "a"),
    ("<title><img src=x onerror=y></title>a", "a"),
    ("<textarea></textarea><script>x</script>a", "a"),
    ("<noscript><style></noscript><img src=x onerror=y>a", "<img src=\"§x\">a"),
    ("<template><script>x</script></template>a", "a"),
    ("<!--><script>x</script>-->a", "-->a"),
    ("<!---><script>x</script>-->a", "-->a"),
    ("<!-- --!><script>x</script>-->a", "-->a"),
    ("<![CDATA[><script>x</script>]]>a", "a"),
    ("<? <script>x</script> ?>a", "a"),
    ("</ <script>x</script>a", "xa"),
    ("<!x><script>x</script>a", "a"),
    ("<scr<script>ipt>x</scr</script>ipt>a", "&lt;script>a"),
    ("<scr<!-- -->ipt>x</script>a", "&lt;script>xa"),
    ("<a href=\"/x\"onclick=\"y\"title=\"z\">a</a>", "<a href=\"¶x\"title=\"z\">a</a>"),
    ("<a onclick\n=x href\n=\n/x>a</a>", "<a href\n=\n\"¶x\">a</a>"),
    ("<a href='/x' HREF=\"javascript:x\">a</a>", "<a href='¶x'>a</a>"),
    ("<a ONCLICK=x oNfOcUs='y' href=\"/x\">a</a>", "<a href=\"¶x\">a</a>"),
    ("<p title=\"a&quot onclick=x\">a</p>", "<p title=\"a&quot onclick=x\">a</p>"),
    ("<img src=\"/x\" onerror=\"x", "&lt;img src=\"/x\" onerror=\"x"),
    ("<img src=x title='<script>", "&lt;img src=x title='&lt;script>"),
    ("<image src=/x onerror=y>", "<img src=\"¶x\">"),
    ("<input type=image src=/x formaction=javascript:x>a", "a"),
    ("<a href=/x ping=/p download>a</a>", "<a href=\"¶x\" download>a</a>"),
    (
      "<img src=/x usemap=#m><map name=m><area href=\"javascript:x\"></map>",
      "<img src=\"¶x\" usemap=#m><map name=m><area></map>"
    ),
    (
      "<iframe srcdoc=\"<script>x</script>\" src=\"/y\"></iframe>",
      "<p><a href=\"¶y\">harbor.example</a></p>"
    ),
    ("<embed src=\"javascript:x\">a", "a"),
    ("<link rel=import href=/x>a", "a"),
    (
      "<base href=\"javascript:/a/-alert(1)///////\"><a href=../x>a</a>",
      "<a href=\"¶voice/x\">a</a>"
    ),
    ("<table><tr><td><p>a</table>", "<table><tr><td><p>a</p></td></tr></table>"),
    ("<td>a</td>", "a"),
  ]

  @Test(arguments: urls + foreign + others)
  func `nothing gets through`(html: String, expected: String) throws {
    let pass = HTMLPass(base: try AbsoluteURL("https://harbor.example/voice/hello/"))
    let once = pass.run(Array(html.utf8)).html
    let text = String(decoding: once, as: UTF8.self)
    #expect(
      text
        == expected.replacing("§", with: "https://harbor.example/voice/hello/")
        .replacing("¶", with: "https://harbor.example/"))
    #expect(pass.run(once).html == once)
    #expect(fault(in: text) == nil)
  }
}
