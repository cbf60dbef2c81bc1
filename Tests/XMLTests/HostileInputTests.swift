import Testing
import XML

@Suite struct HostileInputTests {
  @Test(
    arguments: [
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>1&x;2&x;</a>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://localhost:1/'>]><a>1&x;2</a>",
      "<!DOCTYPE a [<!ENTITY x PUBLIC 'p' 'file:///etc/passwd'><!ENTITY x 'z'>]><a>1&x;2</a>",
    ]
  ) func `an external entity is left out and told, and the rest is read`(document: String) {
    let reading = Reading(document)
    #expect(reading.faults.map(\.message) == ["the entity &x; stands outside the document"])
    #expect(reading.faults.map(\.kind) == [.external])
    #expect(reading.elements.map(\.text) == ["12"])
  }

  @Test(
    arguments: [
      "<!DOCTYPE a [<!ENTITY x PUBLIC 'p' 'file:///etc/passwd'>]><a b='&x;'/>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a>&q;</a>",
      "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&root;</a>",
    ]
  ) func `what an external entity would have to hold is never read`(document: String) {
    let reading = Reading(document)
    #expect(
      reading.faults.map(\.message).contains { $0.hasSuffix("is not defined as a short text") })
    #expect(reading.elements == [])
  }

  @Test func `an external document type is left alone`() {
    let reading = Reading("<!DOCTYPE a PUBLIC '-//X//Y' 'file:///etc/passwd'><a>x</a>")
    #expect(reading.faults == [])
    #expect(reading.elements.map(\.text) == ["x"])
  }

  @Test func `an entity that stands for plain text is that text`() {
    let reading = Reading("<!DOCTYPE a [<!ENTITY e 'é—'>]><a x='&e;'>&e;&e;</a>")
    #expect(reading.faults == [])
    #expect(reading.elements.map(\.text) == ["é—é—"])
  }

  @Test func `an entity bomb is stopped before it grows`() {
    var bomb = "<!DOCTYPE a [<!ENTITY e0 'ha'>"
    for level in 1...20 {
      bomb += "<!ENTITY e\(level) '" + String(repeating: "&e\(level - 1);", count: 10) + "'>"
    }
    let reading = Reading(bomb + "]><a>&e20;</a>")
    #expect(reading.faults.map(\.message) == ["the entity &e20; is not defined as a short text"])
  }

  @Test func `an entity with markup brings no element in`() {
    let reading = Reading("<!DOCTYPE a [<!ENTITY e '<b/>'>]><a>&e;</a>")
    #expect(!reading.faults.isEmpty)
  }

  @Test func `ten thousand nested elements are a fault`() {
    let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
    let faults = Reading(deep).faults
    #expect(faults.first?.message == "elements are nested deeper than 256")
    #expect(faults.first?.kind == .limit)
  }

  @Test func `a million attributes are refused in good time`() {
    var chunks = [Array("<a".utf8)]
    for thousand in 0..<1000 {
      chunks.append(Array((0..<1000).map { " a\(thousand)-\($0)=''" }.joined().utf8))
    }
    let reading = Reading(chunks + [Array("/>".utf8)])
    #expect(reading.faults.first?.kind == .limit)
  }

  @Test func `a record beyond all measure is refused`() {
    let chunk = Array(String(repeating: "x", count: 1 << 20).utf8)
    var left = 64
    var started = false
    let faults = DocumentReader(names: NameTable(namespaces: [])).read(
      {
        if !started {
          started = true
          return Array("<a>".utf8)
        }
        left -= 1
        return left > 0 ? chunk : nil
      },
      to: DocumentReader.Consumer(
        root: { _ in ReadingPlan(record: nil, recordDepth: 0, grammar: nil) },
        record: { _, _ in }, envelope: { _, _ in }))
    #expect(faults.first?.kind == .limit)
    #expect(left > 16)
  }

  /// Faults in a document that begins with `head` and goes on with `filler` for 18 MB.
  private func flood(_ head: String, _ filler: String) -> (faults: [SyntaxFault], pulled: Int) {
    let chunk = Array(String(repeating: filler, count: (1 << 18) / filler.utf8.count).utf8)
    var pulled = -1
    let faults = DocumentReader(names: NameTable(namespaces: [])).read(
      {
        defer { pulled += 1 }
        if pulled < 0 { return Array(head.utf8) }
        return pulled < 72 ? chunk : nil
      },
      to: DocumentReader.Consumer(
        root: { _ in ReadingPlan(record: nil, recordDepth: 0, grammar: nil) },
        record: { _, _ in }, envelope: { _, _ in }))
    return (faults, pulled)
  }

  @Test(
    arguments: [
      ("<", "x", "a tag is longer than 128 KB"),
      ("<a b='", "x", "a tag is longer than 128 KB"),
      ("<a><!--", "x", "a part"), ("<a><?p ", "x", "a part"), ("<a><![CDATA[", "x", "a"),
      ("<!DOCTYPE a [", "<!ELEMENT a ANY>", "the document type is longer than 1 MB"),
      ("<!DOCTYPE a [", "<!ENTITY e 'x'>", "the document type is longer than 1 MB"),
      ("<a>", "text", "a text is longer than 16 MB"),
      ("<a>", "<b/>", "an element holds more than this program will read"),
    ]
  ) func `a part without end is given up early`(head: String, filler: String, message: String) {
    let (faults, pulled) = flood(head, filler)
    #expect(faults.first?.kind == .limit)
    #expect(faults.first?.message.hasPrefix(message) == true, "\(faults)")
    #expect(faults.count == 1)
    #expect(pulled < 72)
  }

  @Test func `what comes long after a fatal fault is not read`() {
    let (faults, pulled) = flood("<a></b>", "<c>")
    #expect(faults.first?.message == "</b> does not close <a>")
    #expect(!faults.contains { $0.kind == .limit })
    #expect(pulled < 8)
  }

  @Test func `any number of small parts is read to the end`() {
    let (faults, pulled) = flood("<a>", "<!-- c --><?p i?>\n")
    #expect(faults.map(\.message) == ["the document ends inside <a>"])
    #expect(pulled > 72)
  }

  @Test func `a name without end is refused`() {
    let name = String(repeating: "x", count: 60_000)
    #expect(Reading("<a \(name)='1'/>").faults.first?.kind == .limit)
    #expect(Reading("<\(name)/>").faults.first?.kind == .limit)
  }

  @Test func `more names than anybody uses are refused`() {
    let names = (0..<20_000).map { "<n\($0)/>" }.joined()
    #expect(Reading("<a>\(names)</a>").faults.map(\.kind) == [.limit])
  }
}
