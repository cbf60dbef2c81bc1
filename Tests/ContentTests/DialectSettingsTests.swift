import Diagnostics
import Testing

@testable import Content

struct DialectSettingsTests {
  @Test(
    arguments: [
      ("", []), ("content: { dialects: drop }", []), ("content: { dialects: }", []),
      ("content: { dialects: keep }", Set(Dialect.allCases)),
      ("content: { dialects: { liquid: keep, mdx: drop, alerts: keep } }", [.liquid, .alerts]),
    ] as [(String, Set<Dialect>)])
  func `the configuration says which dialects are kept`(text: String, kept: Set<Dialect>) throws {
    #expect(try Fixture.configuration(text).content.dialects == DialectSettings(kept: kept))
  }

  @Test func `a dialect or choice that nobody knows is an error at its place`() {
    let site = "site: { title: A, url: https://a.example/ }\n"
    let (configuration, diagnostics) = Fixture.parse(
      site + "content:\n  dialects:\n    liqiud: keep\n    mdx: maybe\n")
    #expect(configuration == nil)
    #expect(
      Fixture.rendered(diagnostics)
        == """
        feedsetter.yml:4:5: error: there is no key `content.dialects.liqiud` [configuration-key-unknown]
          4 |     liqiud: keep
            |     ^~~~~~
          help: did you mean "liquid"?
        feedsetter.yml:5:10: error: `content.dialects.mdx` is "maybe" [configuration-value]
          5 |     mdx: maybe
            |          ^~~~~
          help: write drop or keep

        """)
  }
}
