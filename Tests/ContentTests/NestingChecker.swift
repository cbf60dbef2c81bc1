/// What is wrong with the nesting of HTML, or runs in it; nil where nothing is.
///
/// Knows nothing of the pass: it reads tags in the plainest way.
func fault(in html: String) -> String? {
  let voids: Set = [
    "area", "br", "col", "hr", "img", "source", "track", "wbr", "basefont",
  ]
  let forbidden: Set = [
    "script", "style", "object", "embed", "applet", "form", "input", "button", "select",
    "textarea", "link", "meta", "base", "iframe", "foreignobject", "xmp", "noscript", "template",
  ]
  var open: [String] = []
  var foreign = 0
  var rest = Array(html.utf8)[...]
  while let bracket = rest.firstIndex(of: UInt8(ascii: "<")) {
    rest = rest[(bracket + 1)...]
    guard let first = rest.first else { return "a bracket at the end" }
    let isEnd = first == UInt8(ascii: "/")
    if isEnd { rest = rest.dropFirst() }
    guard let letter = rest.first, 0x41...0x5A ~= letter & 0xDF else {
      if isEnd || first == UInt8(ascii: "!") || first == UInt8(ascii: "?") { return "no tag" }
      continue
    }
    let bytes = rest.prefix { !" \t\n\r\u{C}/>".utf8.contains($0) }
    let name = String(decoding: bytes, as: UTF8.self).lowercased()
    rest = rest[bytes.endIndex...]
    // The mark that ends a value; a space for one without quotes, a bracket where none has begun.
    var mark: UInt8?
    var isValueNext = false
    var text: [UInt8] = []
    var isClosed = false
    var holdsName = false
    while let byte = rest.popFirst() {
      let isSpace = " \t\n\r\u{C}".utf8.contains(byte)
      if mark == UInt8(ascii: " ") {
        if isSpace { mark = nil }
      } else if let quote = mark {
        if byte == quote {
          mark = nil
          holdsName = false
          text.append(0)
          continue
        }
      } else if isValueNext, !isSpace, byte != UInt8(ascii: ">") {
        isValueNext = false
        let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        mark = isQuote ? byte : UInt8(ascii: " ")
      } else if byte == UInt8(ascii: "="), holdsName {
        isValueNext = true
        holdsName = false
      } else if byte == UInt8(ascii: "/") {
        holdsName = false
      } else if !isSpace {
        holdsName = true
      }
      if byte == UInt8(ascii: ">"), mark == nil || mark == UInt8(ascii: " ") {
        isClosed = true
        break
      }
      // What stands in a value is no sign of an end.
      text.append(mark == nil ? byte : 0)
    }
    if !isClosed { return "<\(name) is cut off" }
    if forbidden.contains(name) { return "<\(name)> may not stay" }
    if isEnd {
      guard open.popLast() == name else { return "</\(name)> closes something else" }
      if name == "svg" || name == "math" { foreign -= 1 }
      continue
    }
    let endsItself =
      text.last == UInt8(ascii: "/") && (foreign > 0 || name == "svg" || name == "math")
    if voids.contains(name) || endsItself { continue }
    open.append(name)
    if name == "svg" || name == "math" { foreign += 1 }
  }
  return open.isEmpty ? nil : "\(open) stay open"
}
