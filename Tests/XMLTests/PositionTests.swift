import Diagnostics
import Testing
import XML

@Suite struct PositionTests {
  @Test(
    arguments: [
      "‸<a>‸<b/>‸<b></b></a>",
      "<?xml version='1.0'?>\n<!-- < é -->\n  ‸<a>\n\t‸<b\n x='1'/></a>",
      "‸<a>ünï — 日本 ‸<b/> 🎉‸<c/></a>",
      "‸<a>\r\n‸<b/>\r\n ‸<c/></a>",
      "‸<a><![CDATA[<x>\n]]>‸<b/><?pi <y>?>‸<c/>&lt;‸<d/></a>",
      "<!DOCTYPE a [<!ENTITY e 'x'>\n]>\n‸<a>&e;‸<b/></a>",
      "‸<a q='>'>‸<b q=\"/>\"/>‸<c  /></a>",
    ]
  ) func `an element is where its bracket stands`(document: String) {
    let marked = Marked(document)
    #expect(
      Reading(marked.text).elements.map(\.position) == marked.positions)
  }

  @Test func `a byte-order mark takes no column`() {
    let bytes = Array("\u{FEFF}<a/>".utf8)
    #expect(Reading([bytes]).elements.map(\.position) == [.start])
    #expect(Reading(bytes.map { [$0] }).elements.map(\.position) == [.start])
  }

  @Test(
    arguments: [
      "<a>‸text</a>",
      "<a>\n  ‸text</a>",
      "<a>  <![CDATA[‸text]]></a>",
      "<a><![CDATA[  ‸text]]></a>",
      "<a><b/> ‸text</a>",
      "<a><!-- no --> ‸text</a>",
      "<a>‸&amp;</a>",
      "<a>é — ‸</a>".replacing("‸", with: "").replacing("é", with: "‸é"),
    ]
  ) func `a text is where its first visible character stands`(document: String) {
    let marked = Marked(document)
    let found = Reading(marked.text).named("a")
    #expect(found.map(\.textPosition) == marked.positions.map(Optional.some))
  }

  @Test func `an element without text of its own has no place for it`() {
    #expect(Reading("<a> <b>x</b>\n</a>").named("a").map(\.textPosition) == [nil])
  }

  @Test func `attributes are where their names and values stand`() {
    let reading = Reading(
      "<a xmlns:p='urn:p' one='1'\n  p:two = \"a&amp;é\"\txmlns='urn:d' three='&#10;'><b xmlnsx='y'/></a>"
    )
    #expect(
      reading.named("a").flatMap(\.attributes)
        == ["one=1@1:20/1:25", "p:two=a&é@2:3/2:12", "three=\n@2:35/2:42"])
    #expect(reading.named("b").flatMap(\.attributes) == ["xmlnsx=y@2:52/2:60"])
  }

  @Test func `places don't depend on where the document was cut`() {
    let document = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- ü -->
      <a xmlns='urn:d' x="é&#x20;" p:y='2' xmlns:p="urn:p">
        ünï &amp; <![CDATA[ 日本 <&> ]]> text
        <p:b one='1'
             two='2'>🎉</p:b><?pi?><c/>
      </a>
      """
    let bytes = Array(document.utf8)
    let whole = Reading([bytes])
    #expect(whole.faults.isEmpty)
    #expect(whole.elements.count == 3)
    for cut in 0...bytes.count {
      #expect(Reading([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole, "cut at \(cut)")
    }
    #expect(Reading(bytes.map { [$0] }) == whole)
    #expect(Reading([[]] + bytes.flatMap { [[$0], []] }) == whole)
  }

  @Test func `places are right behind many small and a few large parts`() {
    let filler = String(repeating: "<b>é&lt;</b>\n", count: 5000)
    let long = String(repeating: "x", count: 300_000)
    let reading = Reading("<a>\n\(filler)<c>\(long)\n</c>\n  <d/></a>")
    #expect(reading.faults.isEmpty)
    #expect(reading.named("c").map(\.position) == [Position(line: 5002, column: 1)])
    #expect(reading.named("d").map(\.position) == [Position(line: 5004, column: 3)])
  }
}
