import Diagnostics
import FeedValidation
import Testing

@Suite struct ValidatorTests {
  @Test func `every rule has a document that breaks it`() {
    let cases =
      RSSRuleTests.channelCases + RSSRuleTests.itemCases + RSSRuleTests.documentCases
      + AtomRuleTests.feedCases + AtomRuleTests.entryCases + AtomRuleTests.documentCases
      + ExtensionRuleTests.itemCases + ExtensionRuleTests.channelCases
      + ExtensionRuleTests.entryCases + ExtensionRuleTests.tombstoneCases
      + MediaRuleTests.mediaCases + MediaRuleTests.podcastItemCases
      + MediaRuleTests.podcastChannelCases + MediaRuleTests.wholeCases
      + PracticeRuleTests.channelCases + PracticeRuleTests.itemCases
      + PracticeRuleTests.documentCases + PracticeRuleTests.feedCases
      + PracticeRuleTests.entryCases + JSONFeedRuleTests.feedCases + JSONFeedRuleTests.itemCases
      + JSONFeedRuleTests.documentCases
    // These have tests of their own below and beside.
    let elsewhere: Set = [
      "grammar", "xml-encoding", "other-format", "xml-external-entity", "date-implausible",
      "self-link-elsewhere",
    ]
    let broken = Set(cases.map(\.rule)).union(elsewhere)
    #expect(FeedRules.catalogue.rules.map(\.id).filter { !broken.contains($0) } == [])
  }

  @Test func `rules have kebab-case ids, a sentence and a cure, each its own`() {
    let rules = FeedRules.catalogue.rules
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules {
      #expect(rule.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
      #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."))
      #expect(!rule.cure.isEmpty && !rule.cure.hasSuffix("."))
    }
  }

  @Test func `an entity from elsewhere is told, and the rest of the feed is judged`() {
    let document = """
      <!DOCTYPE rss [
      <!ENTITY x SYSTEM "file:///etc/passwd">
      ]>
      <rss version="2.0"><channel><title>T&x;</title><link>https://t.example/</link>
      <description>D</description><pubDate>soon</pubDate></channel></rss>
      """
    #expect(
      judge(document) == ["xml-external-entity 2:39", "rss-date 5:38", "rss-self-link 5:52"])
  }

  @Test func `a format is known by its bytes`() throws {
    let validator = try FeedValidator()
    func kind(_ document: String) -> FeedKind? {
      validator.report(on: [Array(document.utf8)]).kind
    }
    #expect(kind(RSSRuleTests.channel("")) == .rss)
    #expect(kind("\u{FEFF}<!-- { -->\n" + AtomRuleTests.feed("")) == .atom)
    #expect(kind(" \n" + JSONFeedRuleTests.feed("")) == .json)
    #expect(kind("<html/>") == nil)
    #expect(kind("") == nil)
    #expect(kind("plain text") == nil)
  }

  @Test func `versions are told`() throws {
    let validator = try FeedValidator()
    func version(_ document: String) -> String? {
      validator.report(on: [Array(document.utf8)]).version
    }
    #expect(version(RSSRuleTests.channel("")) == "2.0")
    #expect(version(AtomRuleTests.feed("")) == "1.0")
    #expect(version(JSONFeedRuleTests.feed("")) == "1.1")
  }

  @Test func `a document of another format than it is published as is an error`() {
    #expect(judge(RSSRuleTests.channel(""), as: .rss) == [])
    #expect(judge(RSSRuleTests.channel(""), as: .atom) == ["other-format 1:1"])
    #expect(judge(JSONFeedRuleTests.feed(""), as: .json) == [])
    #expect(judge(JSONFeedRuleTests.feed(""), as: .rss) == ["other-format 1:1"])
    #expect(judge(AtomRuleTests.feed(""), as: .json) == ["other-format 1:1"])
  }

  @Test func `a finding becomes a diagnostic`() throws {
    let document = RSSRuleTests.channel("<ttl>never</ttl>")
    let findings = try FeedValidator().validate([Array(document.utf8)])
    let finding = try #require(findings.first { $0.severity == .error })
    let text = TerminalRenderer(usesColor: false).render(
      finding.diagnostic(file: "rss.xml", sourceLine: "<ttl>never</ttl>"))
    #expect(
      text == """
        rss.xml:5:6: error: "never" is not a number of minutes: it is not written in digits alone \
        [rss-ttl]
          5 | <ttl>never</ttl>
            |      ^~~~~
          help: write it like 60

        """)
  }

  @Test func `bytes in another encoding than declared are told`() {
    let findings = judge([
      Array(RSSRuleTests.channel("<copyright>").utf8.prefix(220)), [0xE9, 0x20],
    ])
    #expect(findings.contains { $0.hasPrefix("xml-encoding") || $0.hasPrefix("xml-syntax") })
  }

  @Test func `a thousand findings are enough`() {
    let parts = String(repeating: "<b/>", count: 3000)
    #expect(judge(RSSRuleTests.channel(parts)).count == 1000)
  }

  @Test func `one validator serves many threads at once`() async throws {
    let validator = try FeedValidator()
    let documents = [
      RSSRuleTests.item("<guid>‸abc</guid>"), AtomRuleTests.entry(""), JSONFeedRuleTests.feed("1"),
    ].map { Array($0.utf8) }
    let expected = documents.map { validator.validate([$0]) }
    await withTaskGroup(of: Bool.self) { group in
      for round in 0..<300 {
        group.addTask {
          validator.validate([documents[round % 3]]) == expected[round % 3]
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }
}
