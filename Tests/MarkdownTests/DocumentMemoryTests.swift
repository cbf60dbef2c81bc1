internal import Markdown
internal import Testing

/// The memory of a document is used again for the next.
struct DocumentMemoryTests {
  /// Every construct, so that each kind of node is made.
  static let varied = """
    # Heading *with* `code`

    A [link][1], ~~gone~~, https://harbor.example/, ![picture](a.png "title") and a note.[^a]

    | a | b |
    |---|:-:|
    | 1 | 2 |

    - [ ] open
    - [x] done
      1. nested

    > quoted <b>raw</b> &amp; &#x41;

    ```swift
    code
    ```

    <div>
    block
    </div>

    ***

    [1]: https://harbor.example/b "c"
    [^a]: The note.
    """

  @Test func `a document is the same after small and large ones, and within many threads`() async {
    let expected = Markdown.render(Array(Self.varied.utf8)[...], wantsLead: true)
    let large = Array(String(repeating: Self.varied + "\n\n", count: 3_000).utf8)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for round in 0..<30 {
            let rendering = Markdown.render(Array(Self.varied.utf8)[...], wantsLead: true)
            #expect(rendering.html == expected.html)
            #expect(rendering.lead == expected.lead)
            if round == 10 { #expect(Markdown.render(large[...]).html.count > large.count / 2) }
            #expect(Markdown.plainText(ofLine: "a *b* & [c](d)") == "a b & c")
          }
        }
      }
    }
    #expect(expected.lead == "A link, gone, https://harbor.example/, picture and a note.")
  }

  @Test func `one paragraph of megabytes, whose text outgrows every slab, is whole`() {
    let text = String(repeating: "word *and* ", count: 300_000)
    let html = Markdown.render(Array(text.utf8)[...]).html
    let expected =
      "<p>" + String(repeating: "word <em>and</em> ", count: 300_000).dropLast() + "</p>\n"
    #expect(html == Array(expected.utf8))
  }
}
