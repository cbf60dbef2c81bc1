internal import FeedModel
internal import FeedValues
internal import FileSystem
internal import YAML

/// A file that front matter names to go with an article, before all is known that feeds ask for.
struct EnclosureDraft {
  let url: AbsoluteURL
  let file: LocalFile?
  var type: MediaType?
  var length: Int?
  /// In seconds.
  var duration: Int?
  let title: String?
  /// Where the file and its length are written.
  let node: Node
  let lengthNode: Node?
}

extension FieldReader {
  /// Names that hold other things as well, such as the id of a video elsewhere.
  private static func isMixed(_ name: String) -> Bool { !name.lowercased().hasPrefix("enclosure") }

  /// Files that belong to an article: the path or address of one, a map with it, or a list of either.
  ///
  /// - Parameters:
  ///   - node: The value.
  ///   - name: What the field is called.
  ///   - locator: Finds what it names.
  /// - Returns: The files; none where a fault was found.
  mutating func enclosures(
    _ node: Node, _ name: String, _ locator: MediaLocator
  ) -> [EnclosureDraft] {
    switch node.content {
    case .scalar:
      if node.bool != nil, Self.isMixed(name) { return [] }
      guard let text = text(node, name) else { return [] }
      return enclosure(node, text, name, locator).map { [$0] } ?? []
    case .sequence(let nodes): return nodes.flatMap { enclosures($0, name, locator) }
    case .mapping(let pairs):
      return enclosure(node, FieldMap(pairs), name, locator).map { [$0] } ?? []
    }
  }

  private mutating func enclosure(
    _ node: Node, _ fields: FieldMap, _ name: String, _ locator: MediaLocator
  ) -> EnclosureDraft? {
    guard let address = fields.first(["url", "src", "file", "path", "href"]) else {
      if !Self.isMixed(name) {
        report(
          at: node, "`\(name)` has no url", help: "write { url: /audio/1.mp3, length: 1048576 }")
      }
      return nil
    }
    guard let text = text(address, name + ".url") else { return nil }
    let found = diagnostics.count
    let type = fields.first(["type", "mime", "mime_type", "mimetype"]).flatMap {
      value($0, name + ".type", MediaType.init)
    }
    let lengthNode = fields.first(["length", "size", "bytes", "length_in_bytes", "size_in_bytes"])
    let length = lengthNode.flatMap { number($0, name + ".length", least: 1) }
    let duration = fields.first(["duration", "duration_in_seconds"]).flatMap {
      self.duration($0, name + ".duration")
    }
    let title = fields.first(["title"]).flatMap { self.text($0, name + ".title") }
    guard diagnostics.count == found else { return nil }
    return enclosure(
      address, text, name, locator, at: node, type: type, length: length, lengthNode: lengthNode,
      duration: duration, title: title)
  }

  private mutating func enclosure(
    _ address: Node, _ text: String, _ name: String, _ locator: MediaLocator, at node: Node? = nil,
    type: MediaType? = nil, length: Int? = nil, lengthNode: Node? = nil, duration: Int? = nil,
    title: String? = nil
  ) -> EnclosureDraft? {
    let found = value(address, name) { _ throws(InvalidValue) in try locator.location(of: text) }
    switch found {
    case nil: return nil
    case .nowhere(let reason):
      // A name of one word may be that of a show or a video.
      if Self.isMixed(name), node == nil, !text.contains(where: { "./{(".contains($0) }) {
        return nil
      }
      report(at: address, "`\(name)` is \"\(text)\", but \(reason)")
      return nil
    case .at(let url, let file):
      let known = type ?? MediaType(pathOf: url)
      // The page of a video is no file, and nothing says that it is meant as one.
      if Self.isMixed(name), known == nil, file == nil, length == nil { return nil }
      return EnclosureDraft(
        url: url, file: file, type: known, length: length, duration: duration, title: title,
        node: node ?? address, lengthNode: lengthNode)
    }
  }

  /// The file with all that feeds ask for; a finding where something of it is not known.
  mutating func enclosure(
    _ draft: EnclosureDraft, _ name: String, _ locator: MediaLocator
  ) -> Enclosure? {
    if let file = draft.file, file.length == 0 {
      report(at: draft.node, "`\(name)` is the file \(file.path), which is empty")
      return nil
    }
    if let file = draft.file, let length = draft.length, length != file.length {
      report(
        ContentRules.enclosureLength, at: draft.lengthNode ?? draft.node,
        "`\(name)` has the length \(length), but \(file.path) has \(file.length) bytes",
        help: "write \(file.length), or leave the length out")
    }
    guard let length = draft.file?.length ?? draft.length else {
      report(
        at: draft.node,
        "`\(name)` has no length, which RSS asks for, and the file is not in the site",
        help: "write { url: \(draft.url.string), length: … } with the size of the file in bytes")
      return nil
    }
    var type = draft.type
    if type == nil, let file = draft.file {
      do {
        type = try locator.header(of: file).type
      } catch {
        report(
          at: draft.node, "`\(name)` is the file \(file.path), which can't be read: \(error.reason)"
        )
        return nil
      }
    }
    guard let type else {
      report(
        at: draft.node, "`\(name)` has no type, and its address does not tell one",
        help: "write type: audio/mpeg, or what it is, beside url")
      return nil
    }
    if type.string.lowercased() == "image/jpg" {
      report(
        at: draft.node, "`\(name)` has the type image/jpg, which is none", help: "write image/jpeg")
      return nil
    }
    return Enclosure(
      url: draft.url, type: type, length: length, duration: draft.duration, title: draft.title)
  }

  /// A time of play: seconds, `MM:SS` or `HH:MM:SS`; nil for none at all.
  mutating func duration(_ node: Node, _ name: String) -> Int? {
    let seconds = value(node, name, playTime, help: "write it like 1834, 30:34 or 1:02:03")
    return seconds == 0 ? nil : seconds
  }
}

/// The seconds of a time of play, a fraction rounded off.
private func playTime(_ text: String) throws(InvalidValue) -> Int {
  let fault = InvalidValue(
    "it is neither seconds nor hours, minutes and seconds with \":\" between")
  let whole = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  let parts = whole[0].split(separator: ":", omittingEmptySubsequences: false)
  guard parts.count <= 3, whole.count == 1 || whole[1].utf8.allSatisfy(isDigit) else { throw fault }
  var seconds = 0
  for (index, part) in parts.enumerated() {
    guard 1...8 ~= part.utf8.count, part.utf8.allSatisfy(isDigit), let number = Int(part),
      index == 0 || number < 60
    else { throw fault }
    seconds = seconds * 60 + number
  }
  return seconds
}

private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
