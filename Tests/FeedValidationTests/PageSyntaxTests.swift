import Diagnostics
import FeedValidation
import Testing

@Suite("Pages that are whole")
struct PageSyntaxTests {
  private static func fault(_ body: String) -> String? {
    let page = "<!DOCTYPE html>\n<html lang=\"en\">\n" + body + "</html>\n"
    return PageSyntax.fault(in: [Array(page.utf8)]).map {
      "\($0.position.line):\($0.position.column)"
    }
  }

  @Test func `a whole page has no fault`() {
    #expect(
      Self.fault("<head><title>a &amp; b</title></head><body><p>é &#13;<br/></p></body>\n") == nil)
  }

  @Test(arguments: [
    "<p>open\n", "<p>a</b></p>\n", "<p>a & b</p>\n", "<p>a &nbsp; b</p>\n", "<p a=b>c</p>\n",
    "<input hidden>\n", "<p>\u{B}</p>\n", "<p a=\"1\" a=\"2\"></p>\n",
  ])
  func `a page that is not whole has one`(body: String) {
    #expect(Self.fault(body) != nil)
  }
}
