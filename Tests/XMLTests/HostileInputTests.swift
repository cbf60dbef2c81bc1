import Testing
import XML

@Suite struct HostileInputTests {
  @Test(
    arguments: [
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY x SYSTEM 'http://localhost:1/'>]><a>&x;</a>",
      "<!DOCTYPE a [<!ENTITY x PUBLIC 'p' 'file:///etc/passwd'>]><a b='&x;'/>",
      "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a>&q;</a>",
      "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&root;</a>",
    ]
  ) func `an external entity is never read`(document: String) {
    let reading = Reading(document)
    #expect(reading.faults.map(\.message).contains { $0.hasSuffix("is not defined") })
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
    #expect(reading.faults.map(\.message) == ["the entity &e20; is not defined"])
  }

  @Test func `an entity with markup brings no element in`() {
    let reading = Reading("<!DOCTYPE a [<!ENTITY e '<b/>'>]><a>&e;</a>")
    #expect(!reading.faults.isEmpty)
  }

  @Test func `ten thousand nested elements are a fault`() {
    let deep = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
    #expect(!Reading(deep).faults.isEmpty)
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
}
