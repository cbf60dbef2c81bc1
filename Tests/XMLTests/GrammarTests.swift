import Testing
import XML

@Suite struct GrammarTests {
  private static let source: StaticString = """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0">
    <start><choice>
      <element name="f"><interleave>
        <element name="t"><text/></element>
        <zeroOrMore><ref name="i"/></zeroOrMore>
      </interleave></element>
      <ref name="i"/>
    </choice></start>
    <define name="i"><element name="i">
      <optional><attribute name="k"><choice><value>1</value><value>2</value></choice></attribute></optional>
      <interleave>
        <element name="x"><text/></element>
        <optional><element name="y"><empty/></element></optional>
      </interleave>
    </element></define>
    </grammar>
    """

  @Test func `a valid document meets no objection`() throws {
    let grammar = try Grammar(Self.source)
    let reading = Reading(
      "<f>\n<i k='1'><x>1</x><y/></i>\n<t>T</t>\n<i><x/></i></f>", record: "i", grammar: grammar)
    #expect(reading.objections == [])
    #expect(reading.faults == [])
    #expect(reading.records.count == 2)
  }

  @Test(
    arguments: [
      ("<f><t/><i/></f>", "1:8 <i> lacks the element <x>"),
      ("<f><t/>\n <i><x/><z/></i></f>", "2:9 <z> may not stand in <i>"),
      (
        "<f><t/><i k='3'><x/></i></f>",
        "1:8 <i> may not have the attribute k, or not with this value"
      ),
      ("<f><t/><i><x/>text</i></f>", "1:8 <i> may not hold text"),
      ("<f><i><x/></i></f>", "1:1 <f> lacks the element <t>"),
      ("<g/>", "1:1 <g> may not stand here"),
    ]
  ) func `an objection names the element that it is about`(document: String, objection: String)
    throws
  {
    let grammar = try Grammar(Self.source)
    #expect(Reading(document, record: "i", grammar: grammar).objections == [objection])
  }

  @Test func `a record with a fault leaves the next one unharmed`() throws {
    let grammar = try Grammar(Self.source)
    let reading = Reading(
      "<f><t/><i/><i><x/></i><i><z/></i><i><x/><y/></i></f>", record: "i", grammar: grammar)
    #expect(reading.objections.count == 2)
  }

  @Test func `text on both sides of a record that has been forgotten does no harm`() throws {
    let grammar = try Grammar(Self.source)
    let texts = (0..<500).map { "<i><x/></i>\(String(repeating: "text", count: $0))" }.joined()
    let reading = Reading("<f>text\(texts)<t/></f>", record: "i", grammar: grammar)
    #expect(reading.faults == [])
    #expect(reading.objections.count == 1)
    #expect(reading.records.count == 500)
  }

  @Test func `a record is not taken for one that only resembles it`() throws {
    let grammar = try Grammar(Self.source)
    let valid = "<i k='1'><x>1</x><y/></i>"
    for other in [
      "<i k='3'><x>1</x><y/></i>", "<i k='1' l='1'><x>1</x><y/></i>", "<i><x/><x/></i>",
      "<i k='1'><x>1</x><y>1</y></i>", "<i k='1'><y/></i>", "<i k='1'><x>1<y/></x></i>",
      "<i k='1'><x>1</x><y/>1</i>", "<i k='1'>1<x>1</x><y/></i>",
      "<i k='1'><x>1</x><y xmlns='urn:o'/></i>",
    ] {
      let alone = Reading("<f><t/>\(other)</f>", record: "i", grammar: grammar).objections
      #expect(!alone.isEmpty)
      let reading = Reading(
        "<f><t/>\(valid)\(other)\(valid)\(other)</f>", record: "i", grammar: grammar)
      #expect(reading.objections.count == 2 * alone.count, "\(other)")
      #expect(
        reading.objections.map { $0.drop { $0 != " " } }
          == (alone + alone).map { $0.drop { $0 != " " } })
    }
  }

  @Test func `a grammar is shown no more than its scope`() throws {
    let grammar = try Grammar(
      """
      <element name="f" xmlns="http://relaxng.org/ns/structure/1.0">
        <attribute name="k"><value>1</value></attribute>
        <zeroOrMore><element><anyName><except><nsName ns=""/></except></anyName>
          <empty/>
        </element></zeroOrMore>
      </element>
      """)
    func objections(_ document: String, isNarrow: Bool) -> Int {
      var names = NameTable(namespaces: [])
      let symbol = names.symbol(for: Name(.none, "k"))
      var count = 0
      _ = DocumentReader(names: names).read(
        [Array(document.utf8)],
        to: DocumentReader.Consumer(
          root: { _ in
            ReadingPlan(
              record: nil, recordDepth: 0, grammar: grammar,
              scope: isNarrow
                ? GrammarScope(namespace: Namespace.none, valued: [symbol]) : .everything)
          },
          record: { _, _ in }, envelope: { count += $1.count }))
      return count
    }
    let foreign = "<f k='1'><o:o xmlns:o='urn:o'>text<o:p/></o:o></f>"
    #expect(objections(foreign, isNarrow: true) == 0)
    #expect(objections(foreign, isNarrow: false) == 1)
    #expect(objections("<f k='2'/>", isNarrow: true) == 1)
    #expect(objections("<f k='1'><g/></f>", isNarrow: true) == 1)
  }

  @Test func `a schema that is none is a defect with a reason`() {
    #expect(throws: GrammarDefect.self) { _ = try Grammar("<grammar/>") }
  }

  @Test func `one schema serves many threads at once`() async throws {
    let grammar = try Grammar(Self.source)
    let wrong = String(repeating: "<i><x/></i><i><z/></i>", count: 50)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<64 {
        group.addTask {
          Reading("<f><t/>\(wrong)</f>", record: "i", grammar: grammar).objections.count
        }
      }
      for await count in group { #expect(count == 50) }
    }
  }
}
