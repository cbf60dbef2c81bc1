import FeedValidation
import Testing

/// The rules of Media RSS, Apple's podcast extension and Podcasting 2.0.
@Suite struct MediaRuleTests {
  private static let medium = "url='https://harbor.example/a.mp4'"

  private static func content(_ wrong: String, not right: String, rule: String) -> RuleCase {
    RuleCase(
      rule, "<media:content \(medium) \(wrong)/>", not: "<media:content \(medium) \(right)/>")
  }

  static let mediaCases = [
    RuleCase("media-url", "<media:thumbnail url='‸/a.png'/>", not: "<media:content \(medium)/>"),
    RuleCase(
      "media-content-unreachable", "‸<media:content medium='image'/>",
      not: "<media:content><media:player url='https://harbor.example/p'/></media:content>"),
    content("type='‸mp4'", not: "type='video/mp4'", rule: "media-type"),
    content("medium='‸movie'", not: "medium='video'", rule: "media-medium"),
    content("isDefault='‸yes'", not: "isDefault='true'", rule: "media-default"),
    content("expression='‸half'", not: "expression='sample'", rule: "media-expression"),
    content("fileSize='‸1 MB'", not: "fileSize='0'", rule: "media-file-size"),
    content("width='‸wide'", not: "width='640'", rule: "media-width"),
    content("height='‸0'", not: "height='480'", rule: "media-height"),
    content("channels='‸stereo'", not: "channels='2'", rule: "media-channels"),
    content("bitrate='‸high'", not: "bitrate='128'", rule: "media-bitrate"),
    content("framerate='‸fast'", not: "framerate='29.97'", rule: "media-framerate"),
    content("samplingrate='‸44,1'", not: "samplingrate='44.1'", rule: "media-samplingrate"),
    content("duration='‸3 min'", not: "duration='185'", rule: "media-duration"),
    content("lang='‸klingon'", not: "lang='tlh'", rule: "media-lang"),
    RuleCase(
      "media-text-type", "<media:title type='‸text'>x</media:title>",
      not: "<media:title type='html'>&lt;b>x&lt;/b></media:title>"),
    RuleCase(
      "media-markup", "<media:title>‸&lt;b>x&lt;/b></media:title>",
      not: "<media:title>x</media:title>"),
    RuleCase(
      "media-time", "<media:thumbnail url='https://harbor.example/' time='‸soon'/>",
      not: "<media:thumbnail url='https://harbor.example/' time='12:05:01.123'/>"),
    RuleCase(
      "media-text-start", "<media:text start='‸+17sec'>x</media:text>",
      not: "<media:text start='17'>x</media:text>"),
    RuleCase(
      "media-text-end", "<media:text end='‸1:75'>x</media:text>",
      not: "<media:text end='1:15'>x</media:text>"),
    RuleCase(
      "media-scheme", "<media:category scheme='‸tags'>x</media:category>",
      not: "<media:category scheme='urn:flickr:tags'>x</media:category>"),
    RuleCase(
      "media-copyright-url", "<media:copyright url='‸the terms'>x</media:copyright>",
      not: "<media:copyright url='https://harbor.example/'>x</media:copyright>"),
    RuleCase(
      "media-credit-role", "<media:credit role='‸Musician'>x</media:credit>",
      not: "<media:credit role='musician'>x</media:credit>"),
    RuleCase(
      "media-rating", "<media:rating scheme='urn:mpaa'>‸tv-ma</media:rating>",
      not: "<media:rating>nonadult</media:rating>"),
    RuleCase(
      "media-hash", "<media:hash algo='sha-1'>‸dfdec888b72151965a34b4b59031290a</media:hash>",
      not: "<media:hash algo='md5'>dfdec888b72151965a34b4b59031290a</media:hash>"),
    RuleCase(
      "media-restriction-relationship",
      "<media:restriction relationship='‸maybe'>all</media:restriction>",
      not: "<media:restriction relationship='deny'>all</media:restriction>"),
    RuleCase(
      "media-restriction-type",
      "<media:restriction relationship='deny' type='‸age'>18</media:restriction>",
      not: "<media:restriction relationship='deny' type='sharing'/>"),
    RuleCase(
      "media-restriction",
      "<media:restriction relationship='deny' type='country'>‸au XX</media:restriction>",
      not: "<media:restriction relationship='deny' type='country'>au us</media:restriction>"),
    RuleCase(
      "media-adult", "‸<media:adult>true</media:adult>", not: "<media:rating>adult</media:rating>"),
  ]

  static let podcastItemCases = [
    text("itunes:explicit", "‸very", not: "true", rule: "itunes-explicit"),
    text("itunes:explicit", "‸Clean", not: "false", rule: "itunes-explicit-old"),
    RuleCase("itunes-block", "‸<itunes:block/>", not: "<itunes:block>Yes</itunes:block>"),
    text("itunes:duration", "‸00:07:74", not: "7:04", rule: "itunes-duration"),
    text("itunes:duration", "‸75:10:10:10", not: "4000", rule: "itunes-duration"),
    text("itunes:episode", "‸A", not: "12", rule: "itunes-number"),
    text("itunes:order", "‸first", not: "1", rule: "itunes-order"),
    text("itunes:episodeType", "‸half", not: "Full", rule: "itunes-episode-type"),
    RuleCase(
      "itunes-image", "<itunes:image href='‸/i.png'/>",
      not: "<itunes:image href='https://harbor.example/i.png'/>"),
    text("itunes:keywords", "‸one two three", not: "one two, three", rule: "itunes-keywords"),
    text("itunes:subtitle", "‸&lt;b&gt;x", not: "x &lt; y", rule: "itunes-markup"),
    RuleCase(
      "podcast-url", "<podcast:transcript url='‸/t' type='text/vtt'/>",
      not: "<podcast:transcript url='https://harbor.example/t' type='text/vtt'/>"),
    RuleCase(
      "podcast-type", "<podcast:transcript url='https://harbor.example/t' type='‸vtt'/>",
      not: "<podcast:chapters url='https://harbor.example/t' type='application/json+chapters'/>"),
    RuleCase(
      "podcast-transcript-language",
      "<podcast:transcript url='https://harbor.example/t' type='text/vtt' language='‸english'/>",
      not: "<podcast:transcript url='https://harbor.example/t' type='text/vtt' language='en'/>"),
    RuleCase(
      "podcast-source-uri", alternate("<podcast:source uri='‸a.mp3'/>"),
      not: alternate("<podcast:source uri='ipfs://x'/>")),
    RuleCase(
      "podcast-person-href", "<podcast:person href='‸/h'>H</podcast:person>",
      not: "<podcast:person href='https://harbor.example/h'>H</podcast:person>"),
    RuleCase(
      "podcast-person-img", "<podcast:person img='‸/h'>H</podcast:person>",
      not: "<podcast:person img='https://harbor.example/h'>H</podcast:person>"),
    text("podcast:season", "‸one", not: "1", rule: "podcast-season"),
    text("podcast:episode", "‸one", not: "1.5", rule: "podcast-episode"),
    RuleCase(
      "podcast-start-time", "<podcast:soundbite startTime='‸1:13' duration='60.0'/>",
      not: "<podcast:soundbite startTime='73.0' duration='60.0'/>"),
    RuleCase(
      "podcast-duration", "<podcast:soundbite startTime='73.0' duration='‸long'/>",
      not: "<podcast:soundbite startTime='73.0' duration='60'/>"),
    RuleCase("podcast-split", value(split: "‸half"), not: value(split: "50")),
  ]

  static let podcastChannelCases = [
    text("itunes:type", "‸endless", not: "Serial", rule: "itunes-type"),
    text("itunes:new-feed-url", "‸/new", not: "https://x.example/", rule: "itunes-new-feed-url"),
    RuleCase(
      "itunes-email", "<itunes:owner><itunes:email>‸H</itunes:email></itunes:owner>",
      not: "<itunes:owner><itunes:email>h@harbor.example</itunes:email></itunes:owner>"),
    RuleCase(
      "itunes-category", "<itunes:category text='‸Everything'/>",
      not: "<itunes:category text='Arts'><itunes:category text='Books'/></itunes:category>"),
    RuleCase(
      "itunes-category",
      "<itunes:category text='Arts'><itunes:category text='‸Golf'/></itunes:category>",
      not: "<itunes:category text='Kids &amp; Family'/>"),
    RuleCase(
      "itunes-category-withdrawn",
      "<itunes:category text='Technology'><itunes:category text='‸Gadgets'/></itunes:category>",
      not: "<itunes:category text='Technology'/>"),
    text("podcast:locked", "‸maybe", not: "yes", rule: "podcast-locked"),
    text(
      "podcast:guid", "‸1234", not: "917393e3-1b1e-5cef-ace4-edaa54e1f810", rule: "podcast-guid"),
    text("podcast:medium", "‸radio", not: "musicL", rule: "podcast-medium"),
    RuleCase(
      "podcast-live-status", live("status='‸on' start='2026-02-10T08:30:00Z'"),
      not: live("status='live' start='2026-02-10T08:30:00Z'")),
    RuleCase(
      "podcast-live-start", live("status='live' start='‸now'"),
      not: live("status='live' start='2026-02-10T08:30:00.000-0600'".replacing("-0600", with: "Z"))),
    RuleCase(
      "podcast-live-end", live("status='live' start='2026-02-10T08:30:00Z' end='‸later'"),
      not: live("status='live' start='2026-02-10T08:30:00Z' end='2026-02-10T09:30:00Z'")),
    RuleCase(
      "podcast-trailer-date",
      "<podcast:trailer pubdate='‸2026' url='https://harbor.example/t'>x</podcast:trailer>",
      not: "<podcast:trailer pubdate='Thu, 01 Apr 2021 08:00:00 EST' "
        + "url='https://harbor.example/t'>x</podcast:trailer>"),
  ]

  static let wholeCases = [
    RuleCase(
      "itunes-channel-incomplete",
      whole("<itunes:author>H</itunes:author>").replacing("<channel", with: "‸<channel"),
      not: whole(
        """
        <language>en</language><itunes:image href="https://harbor.example/i.png"/>
        <itunes:category text="Arts"/><itunes:explicit>false</itunes:explicit>
        <itunes:owner><itunes:email>h@harbor.example</itunes:email></itunes:owner>
        """))
  ]

  private static let complete = """
    <language>en</language><itunes:image href="https://harbor.example/i.png"/>
    <itunes:explicit>false</itunes:explicit>
    """

  private static func whole(_ part: String) -> String { ExtensionRuleTests.channel(part) }

  /// A podcast that lacks no more than a category.
  private static func podcast(_ part: String) -> String {
    let category = part.contains("<itunes:category") ? "" : "<itunes:category text='Arts'/>"
    return whole(complete + category + "\n" + part)
  }

  private static func text(
    _ name: String, _ wrong: String, not right: String, rule: String
  ) -> RuleCase {
    RuleCase(rule, "<\(name)>\(wrong)</\(name)>", not: "<\(name)>\(right)</\(name)>")
  }

  private static func alternate(_ part: String) -> String {
    "<podcast:alternateEnclosure type='audio/opus'>\(part)</podcast:alternateEnclosure>"
  }

  private static func value(split: String) -> String {
    """
    <podcast:value type="lightning" method="keysend">
    <podcast:valueRecipient type="node" address="1" split="\(split)"/></podcast:value>
    """
  }

  private static func live(_ attributes: String) -> String {
    "<podcast:liveItem \(attributes)><title>x</title></podcast:liveItem>"
  }

  @Test(arguments: mediaCases + podcastItemCases)
  func `a rule about an item's media is kept or broken`(part: RuleCase) {
    part.expect(in: ExtensionRuleTests.item)
  }

  @Test(arguments: podcastChannelCases)
  func `a rule about a podcast is kept or broken`(part: RuleCase) {
    part.expect(in: Self.podcast)
  }

  @Test(arguments: wholeCases) func `a podcast is complete or not`(part: RuleCase) {
    part.expect { $0 }
  }
}
