internal import FeedModel
internal import FeedValues
internal import Markdown
internal import YAML

extension FieldReader {
  /// The keys of a map that name a picture, those first that name the one for lists.
  private static let pictureKeys = [
    "url", "src", "path", "href", "teaser", "image", "feature", "featured", "thumbnail", "og_image",
    "overlay_image",
  ]
  /// Fields that hold other things as well, so that one without a picture is nothing wrong.
  private static let mixedFields: Set<String> = ["header", "resources"]

  /// A picture: its address, a map with its address, or a list of which the first counts.
  ///
  /// - Parameters:
  ///   - node: The value.
  ///   - name: What the field is called.
  ///   - locator: Finds what it names.
  /// - Returns: The picture; nil where there is none or, with a finding, none that readers can fetch.
  mutating func image(_ node: Node, _ name: String, _ locator: MediaLocator) -> Image? {
    image(node, name, locator, PictureDetails())
  }

  private mutating func image(
    _ node: Node, _ name: String, _ locator: MediaLocator, _ outer: PictureDetails
  ) -> Image? {
    switch node.content {
    case .scalar: return picture(node, name, locator, outer)
    case .sequence(let nodes):
      if name.lowercased() == "resources" { return resource(nodes, name, locator) }
      return nodes.first.flatMap { image($0, name, locator, outer) }
    case .mapping(let pairs):
      let fields = FieldMap(pairs)
      guard fields.has(Self.pictureKeys) else {
        if !Self.mixedFields.contains(name.lowercased()) {
          report(
            at: node, "`\(name)` is a map without url or src",
            help: "write \(name): /img/harbor.jpg, or { url: /img/harbor.jpg, alt: The harbor }")
        }
        return nil
      }
      guard let address = fields.first(Self.pictureKeys) else { return nil }
      var details = outer
      if let alternative = fields.first(["alt", "alt_text", "alttext"]) {
        details.text = text(alternative, name + ".alt")
      }
      // Without words for those who don't see it, those below it are the next best.
      if details.text == nil {
        details.text = fields.first(["caption"]).flatMap { plainText($0, name + ".caption") }
      }
      if let credit = fields.first(["credit", "photographer"]) {
        details.credit = plainText(credit, name + ".credit")
      }
      if fields.first(["relative"])?.truthValue == true { details.isBeside = true }
      return image(address, name, locator, details)
    }
  }

  /// Of Hugo's list of page resources the one whose name or file is that of a cover.
  private mutating func resource(
    _ nodes: [Node], _ name: String, _ locator: MediaLocator
  ) -> Image? {
    for node in nodes {
      guard case .mapping(let pairs) = node.content else { continue }
      let fields = FieldMap(pairs)
      guard let source = fields.first(["src"]), let path = source.text, !path.contains("*") else {
        continue
      }
      let names = [fields.first(["name"])?.text ?? "", path].map { $0.lowercased() }
      let isCover = names.contains { name in
        ["cover", "feature", "thumbnail", "header"].contains { name.contains($0) }
      }
      if isCover {
        return picture(source, name, locator, PictureDetails(isBeside: true))
      }
    }
    return nil
  }

  /// What a map says of a picture beside its address.
  private struct PictureDetails {
    var text: String?
    var credit: String?
    var isBeside = false
  }

  private mutating func picture(
    _ node: Node, _ name: String, _ locator: MediaLocator, _ details: PictureDetails
  ) -> Image? {
    if node.truthValue == false { return nil }
    guard let text = text(node, name) else { return nil }
    let found = value(node, name) { _ throws(InvalidValue) in
      try locator.location(of: text, isBeside: details.isBeside)
    }
    guard let found else { return nil }
    guard case .at(let url, let file) = found else {
      if case .nowhere(let reason) = found {
        report(
          ContentRules.pictureUnusable, at: node, "`\(name)` is \"\(text)\", but \(reason)")
      }
      return nil
    }
    // A picture that can't be read has no size in the feed, as one on another server.
    let header = file.flatMap { try? locator.header(of: $0) }
    return Image(
      url: url, type: MediaType(pathOf: url) ?? header?.type, alternativeText: details.text,
      credit: details.credit, size: header?.size)
  }

  private mutating func plainText(_ node: Node, _ name: String) -> String? {
    guard let text = text(node, name) else { return nil }
    let plain = plainLine(Markdown.plainText(ofLine: text))
    return plain.isEmpty ? nil : plain
  }
}

/// The values of a map by key, whatever the letter case.
struct FieldMap {
  private let pairs: [(key: String, value: Node)]

  init(_ pairs: [Node.Pair]) {
    self.pairs = pairs.compactMap { pair in pair.key.text.map { ($0.lowercased(), pair.value) } }
  }

  /// Whether one of `keys` is there, even if it holds nothing.
  func has(_ keys: [String]) -> Bool {
    pairs.contains { keys.contains($0.key) }
  }

  /// The value of the first of `keys` that holds something.
  func first(_ keys: [String]) -> Node? {
    for key in keys {
      if let pair = pairs.first(where: { $0.key == key && !$0.value.holdsNothing }) {
        return pair.value
      }
    }
    return nil
  }
}

extension Node {
  /// Whether it is null, an empty text or an empty list.
  fileprivate var holdsNothing: Bool {
    switch content {
    case .scalar: isNull || text?.trimmingSpaces.isEmpty ?? true
    case .sequence(let nodes): nodes.isEmpty
    case .mapping(let pairs): pairs.isEmpty
    }
  }
}
