/// Lines as comments that begin with `#` and fit a terminal of 80 columns.
///
/// Lines that follow one another are one paragraph; one that begins with a space is kept as it is.
func comment(_ lines: [String]) -> String {
  var comment = ""
  var current = ""
  func end() {
    if !current.isEmpty { comment += "#" + current + "\n" }
    current = ""
  }
  for line in lines {
    if line.isEmpty || line.hasPrefix(" ") {
      end()
      comment += "#" + line + "\n"
      continue
    }
    for word in line.split(separator: " ") {
      if current.count + 2 + word.count > 79 { end() }
      current += " " + word
    }
  }
  end()
  return comment
}
