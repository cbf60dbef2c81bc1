import FeedValues
import Testing

@testable import Content

/// What is written, and the Markdown that is rendered of it.
///
/// The page is `https://harbor.example/hello/` of a site that has an article `posts/2026-01-02-tide.md`
/// at `https://harbor.example/tide/`.
struct DialectPassTests {
  private static let liquid: [(String, String)] = [
    ("a {{ site.title }} b", "a Harbor Voices b"), ("{{page.title}}", "Hello"),
    ("[x]({{ site.url }}{{ site.baseurl }}/y)", "[x](https://harbor.example/y)"),
    ("[x]({{ \"/y\" | relative_url }})", "[x](/y)"),
    ("![x]({{ '/y.png' | absolute_url }})", "![x](https://harbor.example/y.png)"),
    ("[x]({{ 'y' | prepend: site.baseurl | append: '/z' }})", "[x](y/z)"),
    ("{% assign who = \"Ada\" %}Hi {{ who }}", "Hi Ada"),
    ("a {{ page.date | date: '%Y' }} b", "a  b"), ("{% include x.html a=\"b\" %}c", "c"),
    (
      "{% include youtube.html id=\"a_B-1\" %}",
      "[YouTube](<https://www.youtube.com/watch?v=a_B-1>)"
    ),
    ("{% youtube a_B-1 %}", "[YouTube](<https://www.youtube.com/watch?v=a_B-1>)"),
    ("{% gist ada/12ab %}", "[Gist](<https://gist.github.com/ada/12ab>)"),
    (
      "{% include figure.html src=\"/a.png\" alt=\"An [A]\" caption=\"*Low*\" %}",
      "![An \\[A\\]](</a.png>)<br><em>*Low*</em>"
    ),
    ("[x]({% post_url 2026-01-02-tide %})", "[x](https://harbor.example/tide/)"),
    ("[x]({% link _posts/posts/2026-01-02-tide.md %})", "[x](https://harbor.example/tide/)"),
    ("[x]({% link assets/a.pdf %})", "[x](/assets/a.pdf)"),
    ("[x]({% post_url 2020-01-01-gone %})", "[x](https://harbor.example/hello/)"),
    ("{% raw %}{{ x }} {% y %}{% endraw %} {{ site.title }}", "{{ x }} {% y %} Harbor Voices"),
    ("{% raw %}\n```\n{{ x }}\n```\n{% endraw %}\n", "\n```\n{{ x }}\n```\n\n"),
    ("```\n{% raw %}{{ x }}{% endraw %}\n```\n{{ x }}", "```\n{{ x }}\n```\n"),
    ("`{% raw %}{{ x }}{% endraw %}`", "`{{ x }}`"),
    ("a {% comment %} {{ x }} {% endcomment %}b{% # note %}", "a b"), ("a {# x #}b", "a b"),
    (
      "{% highlight swift linenos %}\nlet a = \"```\"\n{% endhighlight %}\nb",
      "````swift\nlet a = \"```\"\n````\nb"
    ),
    ("a {% highlight c %}x{% endhighlight %} b", "a \n```c\nx\n```\n b"),
    ("{% if a %}one{% else %}two{% endif %} three", "one three"),
    ("{% unless a %}{% if b %}1{% else %}2{% endif %}{% else %}3{% endunless %}", "1"),
    ("a{% for x in y %}{{ x }}{% for %}{% endfor %}{% endfor %}b", "ab"),
    ("{% callout 'x' %}kept{% endcallout %}", "kept"),
    (
      "`{{ x }}` and\n\n    {{ x }}\n\n~~~\n{% x %}\n~~~\n",
      "`{{ x }}` and\n\n    {{ x }}\n\n~~~\n{% x %}\n~~~\n"
    ),
    ("- a\n\n      {{ x }}\n\n  {{ site.title }}", "- a\n\n      {{ x }}\n\n  Harbor Voices"),
    ("> ```\n> {{ x }}\n{{ site.title }}", "> ```\n> {{ x }}\nHarbor Voices"),
    (
      "$\\frac{{a}}{{b}}$ and $$\n{{a}}\n$$ but $5 {{ x }} $6",
      "$\\frac{{a}}{{b}}$ and $$\n{{a}}\n$$ but $5  $6"
    ),
    ("{{ open\n\n{% open\n\n{# open", "{{ open\n\n{% open\n\n{# open"),
  ]

  private static let shortcodes: [(String, String)] = [
    ("{{< youtube a_B-1 >}}", "[YouTube](<https://www.youtube.com/watch?v=a_B-1>)"),
    (
      "{{< youtube id=\"a_B-1\" title=\"Ebb\" >}}", "[Ebb](<https://www.youtube.com/watch?v=a_B-1>)"
    ),
    ("{{% vimeo 12 %}}", "[Vimeo](<https://vimeo.com/12>)"),
    ("{{< tweet user=\"ada\" id=\"9\" >}}", "[Twitter](<https://twitter.com/ada/status/9>)"),
    ("{{< gist ada 12ab \"x.c\" >}}", "[Gist](<https://gist.github.com/ada/12ab>)"),
    (
      "{{< figure src=\"a.png\"\n  alt='A' caption=`B` link=\"/c\" >}}",
      "[![A](<a.png>)](</c>)<br><em>B</em>"
    ),
    ("{{< highlight go \"linenos=table\" >}}\nx := 1\n{{< /highlight >}}", "```go\nx := 1\n```"),
    ("[x]({{< ref \"/posts/2026-01-02-tide.md#a\" >}})", "[x](https://harbor.example/tide/#a)"),
    ("[x]({{% relref \"2026-01-02-tide\" %}})", "[x](https://harbor.example/tide/)"),
    ("[x]({{< relref \"gone.md\" >}})", "[x](https://harbor.example/hello/)"),
    ("{{</* youtube x */>}} and {{%/* x */%}}", "{{&lt; youtube x >}} and {{% x %}}"),
    ("`{{</* youtube x */>}}`", "`{{< youtube x >}}`"),
    ("{{< notice tip >}}\n*a*\n{{< /notice >}}", "\n*a*\n"),
    ("a {{< chart 1 >}} b", "a  b"), ("{{< param title >}}", "Hello"),
    ("{{< button href=\"/x\" >}}Go{{< /button >}}", "[Go](</x>)"),
    (
      "{{ youtube(id=\"a_B-1\", autoplay=true) }}",
      "[YouTube](<https://www.youtube.com/watch?v=a_B-1>)"
    ),
    ("{% quote(author=\"A\") %}\nkept\n{% end %}", "\nkept\n"), ("{{ gone(x=1) }}", ""),
    ("{{/* x() */}}", "{{ x() }}"), ("{{< open", "{{< open"),
  ]

  private static let blocks: [(String, String)] = [
    (":::note\na\n:::\nb", "> **Note**\n>\n> a\n\nb"),
    (":::tip[Look *here*]\n\na\n\n:::\n", "> **Look *here***\n>\n> \n> a\n> \n\n"),
    ("::: warning Mind\na\n:::", "> **Mind**\n>\n> a\n"),
    ("::: {.callout-tip title=\"T\"}\na\n:::", "> **T**\n>\n> a\n"),
    ("::: {.column width=\"50%\"}\na\n:::", "\na\n"),
    ("::::info\n:::note\na\n:::\n::::", "> **Info**\n>\n> > **Note**\n> >\n> > a\n> \n"),
    (":::note\n```\n:::\n```\n:::", "> **Note**\n>\n> ```\n> :::\n> ```\n"),
    (":::note\nnever closed", ":::note\nnever closed"), ("a :::b", "a :::b"), (":::", ":::"),
    ("::youtube{#a_B-1 id=\"a_B-1\"}", "[YouTube](<https://www.youtube.com/watch?v=a_B-1>)"),
    ("::x[kept]{a=b}", "kept"),
    ("> [!NOTE]\n> a", "> **Note**\n> \n> a"), ("> [!warning]- Mind\n> a", "> **Mind**\n> \n> a"),
    ("> a\n> [!NOTE]", "> a\n> [!NOTE]"), ("[!NOTE]", "[!NOTE]"),
    ("# A {#a .b}\n\n## B {: #b}\n", "# A\n\n## B\n"), ("a\n{: .b}\nc", "a\n\nc"),
    ("- a\n{: .b}\n- c", "- a\n- c"), ("a\n{:.b #c d=\"e f\"}\n\ng", "a\n\ng"),
    ("* TOC\n{:toc}\n\na", "\n\na"),
    ("[x](y){:target=\"_blank\"} *a*{: .b} ![](c.png){width=50%}", "[x](y) *a* ![](c.png)"),
    (
      "a {b} {: not attributes, at all!} f(x){ return }",
      "a {b} {: not attributes, at all!} f(x){ return }"
    ),
    ("[TOC]\n\n[[_TOC_]]\n\n[toc] a", "\n\n\n\n[toc] a"), ("{::comment}x{:/comment}a", "a"),
    (
      "[[Tide|the ebb]] and [[2026-01-02-tide#a]] and [[Gone]]",
      "[the ebb](<https://harbor.example/tide/>) and [2026-01-02-tide#a](<https://harbor.example/tide/>) and Gone"
    ),
    ("![[a b.png]] ![[c.png|300]] ![[Gone]]", "![](<a b.png>) ![](<c.png>) Gone"),
    ("[[a](b)] a[[0]] [[x]](y) `[[z]]` \\[[w]]", "[[a](b)] a[[0]] [[x]](y) `[[z]]` \\[[w]]"),
    (
      "import A from 'a';\n\nimport them from here\n\nexport a list",
      "\n\nimport them from here\n\nexport a list"
    ),
    ("<Note>\n    deep *a*\n</Note>\n", "\ndeep *a*\n\n"), ("a <Chart x={{ a: '>' }} /> b", "a  b"),
    ("<TextMorph />", ""),
    (
      "<A HREF=\"x\">a</A> <B>b</B> <Details>c</Details> List<String>",
      "<A HREF=\"x\">a</A> <B>b</B> <Details>c</Details> List<String>"
    ),
    ("<YouTube id=\"a_B-1\" />", "[YouTube](<https://www.youtube.com/watch?v=a_B-1>)"),
    ("<Link to=\"/x\">a</Link>", "<a href=\"/x\">a</a>"), ("`<Note>` <Note", "`<Note>` <Note"),
    ("a\n\n<!-- {{ x }} <Note /> -->\n\n{ x }", "a\n\n<!-- {{ x }} <Note /> -->\n\n{ x }"),
  ]

  private static let mdx: [(String, String)] = [
    ("import {\n  A,\n} from 'a'\nexport const b = {\n\n  c: 1,\n}\n\n# D", "\n\n\n# D"),
    ("a {1 + 1} b {/* c */}{\"d\"}{' '}e", "a  b d e"),
    ("a\n\n{/* truncate */}\n\nb", "a\n\n<!--truncate-->\n\nb"),
    (
      "<div className=\"a\" style={{ b: 1 }} onClick={() => c}>d</div>",
      "<div class=\"a\"  >d</div>"
    ),
    ("<>a</> <Tabs><TabItem value=\"b\">c</TabItem></Tabs>", "a c"),
    (
      "import img from './a.png'\n\n<img src={img} alt={'x'} /> <Image src={img} alt=\"y\" />",
      "\n\n<img src=\"./a.png\" alt=\"x\" /> ![y](<./a.png>)"
    ),
    ("<img src={require('./b.png').default} />", "<img src=\"./b.png\" />"),
    (
      "`{a}` and\n\n```\n{a} <B />\nimport x from 'y'\n```\n",
      "`{a}` and\n\n```\n{a} <B />\nimport x from 'y'\n```\n"
    ),
    ("<Note>\n\n    deep\n\n</Note>", "\n\ndeep\n\n"), ("{ {{", "{ {{"),
  ]

  @Test(arguments: liquid + shortcodes + blocks)
  func `a dialect becomes what GitHub's Markdown can say`(written: String, expected: String) throws
  {
    let made = try text(of: written)
    #expect(made == expected)
  }

  @Test(arguments: mdx)
  func `in MDX braces and elements mean what JSX means`(written: String, expected: String) throws {
    let made = try text(of: written, path: "hello.mdx")
    #expect(made == expected)
  }

  @Test(arguments: [
    ("", 0), ("Plain *Markdown*, [a](b), <b>c</b>: d\n\n- e\n\n    f", 0), ("{ a } : b", 0),
  ])
  func `an article without dialects is left alone`(written: String, losses: Int) throws {
    #expect(try run(written, path: "hello.md") == nil)
  }

  @Test(arguments: [
    ("{% a %} {% include b.html %}", ["tag a 0", "tag include b.html 8"]),
    ("{{ a.b | c }} {{ a }}", ["output a.b 0", "output a 14"]),
    ("{{< a 1 >}} {{ b() }}", ["shortcode a 0", "shortcode b 12"]),
    ("x <Abc /> <Abc>", ["component Abc 2", "component Abc 10"]),
    ("::ab{c}", ["directive ab 0"]), ("{% post_url x %}", ["sourceLink x 0"]),
    (
      "{% raw %}{{ a }}{% endraw %} {{ site.title }} {% comment %}{% x %}{% endcomment %} {: .a} :::",
      []
    ),
    (
      "{{< a >}}b{{< /a >}} {% c %}d{% endc %} <Efg>h</Efg> [[i]]\n\n:::note\nj\n:::\n\n> [!TIP]",
      []
    ),
  ])
  func `only what loses text is told`(written: String, expected: [String]) throws {
    let losses = try run(written, path: "hello.md")?.losses ?? []
    #expect(losses.map { "\($0.kind) \($0.name) \($0.offset)" } == expected)
  }

  @Test(arguments: [
    (Dialect.liquid, "{% a %} {{ b }} {# c #}"),
    (.shortcodes, "{{< a >}} {{% b %}} {{ c() }} {% d() %} {{</* e */>}}"),
    (.mdx, "import a from 'b'\n\n<Abc />"), (.containers, ":::note\na\n:::"),
    (.attributes, "# A {#a}\n{: .b}"),
    (.wikilinks, "[[a]] ![[b.png]]"), (.alerts, "> [!NOTE]\n> a"), (.contents, "[TOC]"),
  ])
  func `a dialect that is kept stays as it is written`(dialect: Dialect, written: String) throws {
    #expect(try text(of: written) != written)
    #expect(try text(of: written, kept: [dialect]) == written)
  }

  private func text(
    of written: String, path: String = "hello.md", kept: Set<Dialect> = []
  ) throws -> String {
    let bytes = try run(written, path: path, kept: kept)?.text ?? Array(written.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func run(
    _ written: String, path: String, kept: Set<Dialect> = []
  ) throws -> DialectPass.Result? {
    let page = try DialectSample.page(path: path)
    return DialectPass(settings: DialectSettings(kept: kept)).run(
      Array(written.utf8), from: 0, page: { page }, isMDX: page.isMDX)
  }
}

/// A page for dialects to speak of.
enum DialectSample {
  static func page(path: String) throws -> DialectPage {
    let tide = try Fixture.whole(
      "---\ntitle: Tide\nslug: tide\ndate: 2026-01-02\n---\nText.",
      path: "posts/2026-01-02-tide.md", configuration: "content: { permalink: '/:slug/' }")
    return DialectPage(
      title: "Hello", link: "https://harbor.example/hello/", path: path,
      siteTitle: "Harbor Voices", siteDescription: "", siteURL: "https://harbor.example",
      index: ArticleIndex([tide]))
  }
}
