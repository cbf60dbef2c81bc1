import Diagnostics
import Testing

@testable import FeedValidation

/// Judging a document by its parts finds it clean only where judging the whole of it does.
@Suite("P1 Validated: by parts as by the whole")
struct PartwiseJudgeTests {
  /// A document in the parts that a publisher makes it of.
  struct Document {
    var kind: FeedKind
    var head: String
    var entries: [String]
    var tail: String

    var bytes: [UInt8] {
      Array((head + entries.joined(separator: kind == .json ? "," : "") + tail).utf8)
    }

    /// Whether nothing but advice is found in the whole.
    func isCleanAsAWhole(_ validator: FeedValidator) -> Bool {
      !validator.validate([bytes], as: kind).contains { $0.severity > .info }
    }

    /// The same by parts, its entries judged among `others` in the frame of another document.
    func isCleanByParts(_ validator: FeedValidator, among others: [String] = []) -> Bool {
      let judge = PartwiseJudge(validator, of: kind)
      let frame = PartwiseJudge.Frame(head: Array(head.utf8), tail: Array(tail.utf8))
      let all = entries + others
      let verdicts = judge.verdicts(on: all.map { Array($0.utf8) }, in: frame)
      return judge.isClean(frame, holding: Array(verdicts.prefix(entries.count)))
    }
  }

  static func rss(_ ids: [Int], head: String = "", attributes: String = "") -> Document {
    Document(
      kind: .rss,
      head: """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
        xmlns:dc="http://purl.org/dc/elements/1.1/"\(attributes)>
        <channel>
        <title>Tide</title>
        <link>https://tide.example/</link>
        <description>Mud</description>
        <atom:link rel="self" type="application/rss+xml" href="https://tide.example/rss.xml"/>
        \(head)
        """,
      entries: ids.map { id in
        """
        <item>
        <title>Ebb \(id)</title>
        <link>https://tide.example/\(id)/</link>
        <description>Low &amp; slow</description>
        <dc:creator>Ada</dc:creator>
        <guid isPermaLink="false">tag:tide.example,2026:\(id)</guid>
        <pubDate>Tue, 10 Feb 2026 00:00:00 +0000</pubDate>
        </item>

        """
      }, tail: "</channel>\n</rss>\n")
  }

  static func atom(_ ids: [Int], head: String = "<author><name>Ada</name></author>\n") -> Document {
    Document(
      kind: .atom,
      head: """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <id>https://tide.example/</id>
        <title>Tide</title>
        <updated>2026-02-10T00:00:00Z</updated>
        <link rel="self" href="https://tide.example/atom.xml"/>
        \(head)
        """,
      entries: ids.map { id in
        """
        <entry>
        <id>tag:tide.example,2026:\(id)</id>
        <link href="https://tide.example/\(id)/"/>
        <title>Ebb \(id)</title>
        <summary>Low water</summary>
        <updated>2026-02-10T00:00:00Z</updated>
        </entry>

        """
      }, tail: "</feed>\n")
  }

  static func json(_ ids: [Int]) -> Document {
    Document(
      kind: .json,
      head: """
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "Tide",
          "home_page_url": "https://tide.example/",
          "feed_url": "https://tide.example/feed.json",
          "items": [
        """,
      entries: ids.map { id in
        """

            {
              "id": "tag:tide.example,2026:\(id)",
              "url": "https://tide.example/\(id)/",
              "content_text": "Low water"
            }
        """
      }, tail: "\n  ]\n}\n")
  }

  static let clean = [rss([1, 2, 3]), atom([1, 2, 3]), json([1, 2, 3])]

  @Test(arguments: clean.indices) func `a clean document is clean by its parts`(index: Int) throws {
    let validator = try FeedValidator()
    let document = Self.clean[index]
    #expect(document.isCleanAsAWhole(validator))
    #expect(document.isCleanByParts(validator))
    #expect(document.isCleanByParts(validator, among: document.entries))
  }

  /// Changes that make a document wrong, some of them only where two parts meet.
  private static let spoilt: [(name: String, document: Document)] = [
    ("the same id twice in RSS", rss([1, 2, 1])), ("in Atom", atom([1, 2, 1])),
    ("in JSON", json([1, 2, 1])), ("no author anywhere", atom([1], head: "")),
    (
      "a prefix that is not declared", changed(rss([1])) { $0.replacing("dc:creator", with: "x:y") }
    ),
    ("two items for one", changed(rss([1, 2])) { $0 + $0 }),
    ("a comment from one to the next", joined(rss([1, 2, 3]), "<!--\n</item>\n", "-->")),
    ("a section from one to the next", joined(rss([1, 2, 3]), "<![CDATA[\n</item>\n", "]]>")),
    ("text behind an item", changed(rss([1, 2])) { $0.replacing("</item>", with: "</item>x") }),
    (
      "the channel ends in an item",
      changed(rss([1])) { $0.replacing("</item>", with: "</item>\n</channel>\n<item>\n</item>") }
    ),
    (
      "entries in an element of the frame",
      Document(
        kind: .atom, head: atom([]).head + "<link href=\"https://t.example/\">\n",
        entries: atom([1]).entries, tail: "</link>\n</feed>\n")
    ),
    (
      "a frame that ends in a comment",
      Document(
        kind: .atom, head: atom([]).head + "<!--\n", entries: atom([1]).entries,
        tail: "-->\n</feed>\n")
    ),
    (
      "metadata behind the entries",
      Document(
        kind: .atom, head: atom([]).head, entries: atom([1]).entries,
        tail: "<icon>https://t.example/i.png</icon>\n</feed>\n")
    ),
    ("half a character", changed(rss([1])) { $0.replacing("Low", with: "\u{FFFD}") }),
    ("two values for one", changed(json([1, 2])) { $0 + "," + $0 }),
    ("a string from one to the next", joined(json([1, 2, 3]), ", {\"x\": \"}", "\"}")),
    (
      "a member twice",
      changed(json([1])) { $0.replacing("\"url\"", with: "\"id\": \"x\", \"url\"") }
    ),
  ]

  private static func changed(_ document: Document, _ change: (String) -> String) -> Document {
    var document = document
    document.entries[0] = change(document.entries[0])
    return document
  }

  /// The first entry ends in something that the second closes.
  private static func joined(_ document: Document, _ end: String, _ start: String) -> Document {
    var document = document
    document.entries[0] += end
    document.entries[1] = start + document.entries[1]
    return document
  }

  @Test(arguments: spoilt.indices) func `what is wrong is not clean by its parts`(index: Int) throws
  {
    let validator = try FeedValidator()
    let (name, document) = Self.spoilt[index]
    #expect(!document.isCleanByParts(validator), "\(name)")
    #expect(!document.isCleanByParts(validator, among: document.entries.reversed()), "\(name)")
  }

  @Test(arguments: 1...40) func `no random change is clean by parts and not as a whole`(
    seed: UInt64
  ) throws {
    let validator = try FeedValidator()
    var random = SplitMix(seed: seed)
    let pieces = [
      "<", ">", "</item>\n", "<item>\n", "</entry>\n", "<!--", "-->", "<![CDATA[", "]]>", "&amp;",
      "&", "\"", "}", "{", ",", "\n", "]", "\\", "<x>", "</x>", "é", "<guid>x</guid>", " x:y=\"z\"",
      "<author><name>B</name></author>", "<dc:date>no</dc:date>", "\u{1}",
    ]
    var clean = 0
    for _ in 0..<60 {
      var document = Self.clean[Int(random.next() % 3)]
      for _ in 0...(random.next() % 3) {
        let part = Int(random.next() % UInt64(document.entries.count + 2))
        func spoil(_ text: inout String) {
          let place = text.index(text.startIndex, offsetBy: Int(random.next() % UInt64(text.count)))
          switch random.next() % 3 {
          case 0:
            text.insert(contentsOf: pieces[Int(random.next() % UInt64(pieces.count))], at: place)
          case 1: text.remove(at: place)
          default: text.swapAt(place)
          }
        }
        switch part {
        case document.entries.count: spoil(&document.head)
        case document.entries.count + 1: spoil(&document.tail)
        default: spoil(&document.entries[part])
        }
      }
      let isClean = document.isCleanByParts(validator)
      if isClean { clean += 1 }
      #expect(
        !isClean || document.isCleanAsAWhole(validator),
        "\(String(decoding: document.bytes, as: UTF8.self))")
    }
    #expect(clean > 0, "some changes do no harm")
  }

  @Test(
    .enabled(
      if: !ConformanceTests.paths(of: ConformanceTests.indexes[0]).isEmpty,
      "set FEEDSETTER_CONFORMANCE to the folder with the labelled feeds"))
  func `of the labelled feeds none is clean by parts and not as a whole`() throws {
    let validator = try FeedValidator()
    var (judged, clean) = (0, 0)
    for path in ConformanceTests.indexes.prefix(2).flatMap(ConformanceTests.paths(of:)) {
      guard let bytes = ConformanceTests.bytes(path), let document = Self.takenApart(bytes) else {
        continue
      }
      judged += 1
      guard document.isCleanByParts(validator) else { continue }
      clean += 1
      #expect(document.isCleanAsAWhole(validator), "\(path)")
    }
    #expect(judged > 300 && clean > 0, "\(judged) feeds, \(clean) clean")
  }

  /// A feed in parts, each item or entry on lines of its own; nil for what has none.
  private static func takenApart(_ bytes: [UInt8]) -> Document? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    for (kind, name) in [(FeedKind.rss, "item"), (.atom, "entry")] {
      let pieces = text.split(separator: "<\(name)>", omittingEmptySubsequences: false)
      guard pieces.count > 1 else { continue }
      var entries: [String] = []
      var tail = ""
      for piece in pieces.dropFirst() {
        let end = piece.firstRange(of: "</\(name)>")
        entries.append(
          "<\(name)>" + piece[..<(end?.lowerBound ?? piece.endIndex)] + "\n</\(name)>\n")
        tail += end.map { piece[$0.upperBound...] } ?? ""
      }
      return Document(kind: kind, head: pieces[0] + "\n", entries: entries, tail: tail)
    }
    return nil
  }
}

extension String {
  /// Puts a character into the place of the next one, and that into its.
  fileprivate mutating func swapAt(_ place: Index) {
    let next = index(after: place)
    guard next < endIndex else { return }
    let (one, other) = (self[place], self[next])
    replaceSubrange(place...next, with: [other, one])
  }
}

/// Numbers that are the same on every run.
private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
