internal import FeedValues

/// Writes HTML in UTF-8, in a way that is XML as well: `XMLWriter` escapes its text and attributes.
///
/// Both languages read `&amp;`, `&lt;`, `&gt;`, `&quot;` and references by number alike, so a parser of XML can
/// tell whether a page is whole.
struct HTMLWriter {
  private var xml = XMLWriter()

  var bytes: [UInt8] { xml.bytes }

  /// Makes room for `count` bytes.
  mutating func reserve(_ count: Int) { xml.reserve(count) }

  /// Writes markup as it is.
  mutating func markup(_ text: String) { xml.markup(text) }

  /// Writes text.
  mutating func text(_ text: String) { xml.write(text, as: .text) }

  /// Writes a number.
  mutating func text(_ number: Int) { xml.write(String(number), as: .text) }

  /// Writes an attribute, with the space before it, inside a tag that is being written.
  mutating func attribute(_ name: String, _ value: String) { xml.attribute(name, value) }

  /// Writes text that leads somewhere.
  mutating func link(_ text: String, to address: String) {
    markup("<a")
    attribute("href", address)
    markup(">")
    self.text(text)
    markup("</a>")
  }

  /// Writes a day as `2026-02-10`, which people of all languages read.
  mutating func day(_ day: CalendarDate) {
    markup("<time>")
    text(day.rfc3339)
    markup("</time>")
  }

  /// Writes `noun` behind its number.
  mutating func count(_ number: Int, _ noun: String) {
    text(number)
    markup(" ")
    text(number == 1 ? noun : noun + "s")
  }
}
