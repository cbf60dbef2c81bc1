import Diagnostics
import Testing
import XML

@Suite struct MalformedTests {
  @Test(
    arguments: [
      ("<a>‸</b>", "</b> does not close <a>"),
      ("<a>\n <b x='1' ‸x='2'/></a>", "the attribute x stands twice"),
      ("<a>&nbsp;‸</a>", "the entity &nbsp; is not defined as a short text"),
      (
        "<a>\u{1}</a>".replacing("\u{1}", with: "‸\u{1}"),
        "a character that XML forbids stands here"
      ),
      ("<a>x &‸ y</a>", "a name is missing here, or & is not escaped"),
      ("<a/>‸<b/>", "something follows the end of the document"),
      ("‸", "there is no XML here"),
      ("<a><p:b‸/></a>", "the prefix p is not declared"),
    ]
  ) func `what is malformed is said with its place`(document: String, message: String) {
    let marked = Marked(document)
    let faults = Reading(marked.text).faults
    #expect(faults.first?.message == message)
    #expect(faults.first?.position == marked.positions.first)
  }

  @Test(
    arguments: [
      "<a", "<a>", "<a x", "<a x='", "<a><!-- ", "<a><![CDATA[", "<a>&", "<?xml", "<!DOCTYPE a [",
      "<a>\u{0}</a>", "<a x=1/>", "<a><b></a></b>", "<?xml version='1.0' encoding='nonsense'?><a/>",
      "hello", "{}", "<>",
    ]
  ) func `what is broken off or no XML is a fault`(document: String) {
    #expect(!Reading(document).faults.isEmpty)
  }

  @Test func `bytes that are not UTF-8 are a fault in the encoding`() {
    let faults = Reading([Array("<a>\n ".utf8), [0xE9, 0x20], Array("</a>".utf8)]).faults
    #expect(faults.map(\.kind).first == .encoding)
    #expect(faults.map(\.position.line).first == 2)
  }
}
