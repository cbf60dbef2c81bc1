import Testing
import XML

@Suite struct TreeTests {
  @Test func `names are told apart by namespace, whatever the prefix`() {
    let reading = Reading(
      "<p:a xmlns:p='urn:one' xmlns='urn:two'><a/><q:a xmlns:q='urn:one'/><b xmlns=''/></p:a>")
    #expect(reading.elements.map(\.namespace) == ["urn:one", "urn:two", "urn:one", ""])
  }

  @Test func `a text holds what the elements in it say`() {
    let reading = Reading("<a>one <b>two</b><![CDATA[ <three>]]>&amp;</a>")
    #expect(reading.named("a").map(\.text) == ["one two <three>&"])
    #expect(reading.named("b").map(\.text) == ["two"])
  }

  @Test func `records are handed out one by one and are not in what remains`() {
    let reading = Reading(
      "<f><t>T</t><i><x>1</x></i><i><x>2</x><y>3</y></i><i/><u>U</u><g><i/></g></f>", record: "i")
    #expect(reading.records == [["1"], ["2", "3"], []])
    #expect(
      reading.elements.map(\.name)
        == ["i", "x", "i", "x", "y", "i", "f", "t", "u", "g", "i"])
  }

  @Test func `children, attributes and declarations can be asked for`() {
    var seen: [String] = []
    _ = DocumentReader(names: NameTable(namespaces: [])).read(
      [Array("<a x='1' p:x='2' xmlns:p='urn:p'><b/>t<p:b/></a>".utf8)],
      to: DocumentReader.Consumer(
        root: { _ in ReadingPlan(record: nil, recordDepth: 0, grammar: nil) },
        record: { _, _ in },
        envelope: { root, _ in
          seen.append(root.attribute("x")?.value ?? "none")
          seen.append(root.attribute("y")?.value ?? "none")
          seen.append(root.child("b")?.writtenName ?? "none")
          seen.append(root.child("c")?.writtenName ?? "none")
          seen += root.children.map(\.writtenName)
          seen += root.namespaceDeclarations.map { "\($0.prefix)=\($0.uri)" }
          seen.append(root.firstChild?.parent?.writtenName ?? "none")
        }))
    #expect(seen == ["1", "none", "b", "none", "b", "p:b", "p=urn:p", "a"])
  }
}
