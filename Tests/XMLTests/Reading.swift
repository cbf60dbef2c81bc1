import Diagnostics
import XML

/// A document with marks: the text without them, and the places they stood at.
struct Marked {
  let text: String
  let positions: [Position]

  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var positions: [Position] = []
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      if scalar == "‸" {
        positions.append(Position(line: line, column: column))
        continue
      }
      text.append(scalar)
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    self.text = String(text)
    self.positions = positions
  }
}

/// All that a reader said about a document, as values that can be compared.
struct Reading: Equatable {
  struct Found: Equatable {
    var name: String
    var namespace: String
    var position: Position
    var text: String
    var textPosition: Position?
    var attributes: [String]
  }

  var elements: [Found] = []
  var records: [[String]] = []
  var objections: [String] = []
  var faults: [SyntaxFault] = []

  /// Reads `chunks`, with the elements called `record` (below `depth` others) as records.
  init(_ chunks: [[UInt8]], record: String? = nil, depth: Int = 1, grammar: Grammar? = nil) {
    var names = NameTable(namespaces: ["urn:known"])
    let symbol = record.map { names.symbol(for: Name(.none, $0)) }
    var result = (elements: [Found](), records: [[String]](), objections: [String]())
    func note(_ root: Element, _ faults: [GrammarFault]) {
      for index in 0..<root.tree.count { result.elements.append(Found(root.tree[index])) }
      for fault in faults {
        let place = fault.element.position
        result.objections.append("\(place.line):\(place.column) \(fault.message)")
      }
    }
    faults = DocumentReader(names: names).read(
      chunks,
      to: DocumentReader.Consumer(
        root: { _ in ReadingPlan(record: symbol, recordDepth: depth, grammar: grammar) },
        record: { element, faults in
          result.records.append(element.children.map(\.trimmedText))
          note(element, faults)
        },
        envelope: { note($0, $1) }))
    (elements, records, objections) = result
  }

  init(_ text: String, record: String? = nil, depth: Int = 1, grammar: Grammar? = nil) {
    self.init([Array(text.utf8)], record: record, depth: depth, grammar: grammar)
  }

  func named(_ name: String) -> [Found] { elements.filter { $0.name == name } }
}

extension Reading.Found {
  init(_ element: Element) {
    name = element.writtenName
    namespace = element.namespaceURI
    position = element.position
    text = element.text
    textPosition = element.ownTextPosition
    attributes = element.attributes.map {
      "\($0.writtenName)=\($0.value)@\($0.position.line):\($0.position.column)"
        + "/\($0.valuePosition.line):\($0.valuePosition.column)"
    }
  }
}
