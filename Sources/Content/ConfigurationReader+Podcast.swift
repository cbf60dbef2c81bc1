internal import Diagnostics
internal import FeedModel
internal import FeedValues
internal import YAML

extension ConfigurationReader {
  /// Reads the section `site.podcast`.
  ///
  /// - Parameters:
  ///   - node: The section.
  ///   - site: The home page, where it is known.
  ///   - logo: The cover where the section names none.
  ///   - hasLanguage: Whether `site.language` is given, which directories ask for.
  /// - Returns: What feeds say as podcasts; nil with a finding where something of it is missing.
  mutating func podcast(
    _ node: Node, site: AbsoluteURL?, logo: AbsoluteURL?, hasLanguage: Bool
  ) -> Podcast? {
    if node.isNull { return nil }
    let name = "site.podcast"
    let found = diagnostics.count
    let values = map(
      node, name, known: ["image", "category", "explicit", "author", "owner", "type"])
    let image = values["image"].flatMap { fields.url($0, "\(name).image", base: site) } ?? logo
    let categories = values["category"].map { podcastCategories($0, "\(name).category") } ?? []
    let isExplicit = values["explicit"].flatMap { fields.explicitness($0, "\(name).explicit") }
    let author = values["author"].flatMap { fields.text($0, "\(name).author") }
    let owners =
      values["owner"].map { fields.authors($0, "\(name).owner", site: site, isStrict: true) } ?? []
    let kind = values["type"].flatMap {
      fields.choice($0, "\(name).type", of: Podcast.Kind.self)
    }
    guard diagnostics.count == found else { return nil }
    guard let image else {
      fields.report(
        ContentRules.configurationRequired, at: node,
        "`\(name).image` is missing, and there is no site.logo to take for it",
        help: "write the address of the cover, a square JPEG or PNG file")
      return nil
    }
    let type = MediaType(pathOf: image)?.string
    if let type, !["image/jpeg", "image/png"].contains(type) {
      fields.report(
        at: values["image"] ?? node,
        "`\(name).image` is \"\(image.string)\", but directories of podcasts take JPEG and PNG alone"
      )
      return nil
    }
    guard !categories.isEmpty else {
      fields.report(
        ContentRules.configurationRequired, at: node, "`\(name).category` is missing",
        help: "write a category of Apple's list, such as category: Education")
      return nil
    }
    guard hasLanguage else {
      fields.report(
        ContentRules.configurationRequired, at: node,
        "`site.language` is missing, which directories of podcasts ask for",
        help: "write language: en, or what is spoken, in the section site")
      return nil
    }
    return Podcast(
      image: image, categories: categories, isExplicit: isExplicit ?? false, author: author,
      owner: owners.first, kind: kind)
  }

  /// Categories: a text or a list of them, each with a narrower one behind `>` if it has one.
  private mutating func podcastCategories(_ node: Node, _ name: String) -> [PodcastCategory] {
    let nodes: [Node] = if case .sequence(let nodes) = node.content { nodes } else { [node] }
    return nodes.compactMap { node in
      guard let text = fields.text(node, name) else { return nil }
      let parts = text.split(separator: ">", maxSplits: 1).map(\.trimmingSpaces)
      do throws(InvalidValue) {
        return try PodcastCategory(parts.first ?? text, subcategory: parts.dropFirst().first)
      } catch {
        let known = PodcastCategory.all.flatMap { subject in
          [subject.name] + subject.narrower.map { "\(subject.name) > \($0)" }
        }
        fields.report(
          at: node, "`\(name)` is \"\(text)\", but \(error.reason)",
          help: nearestName(to: text, in: known).map { "did you mean \"\($0)\"?" }
            ?? "write one of Apple's list, such as Education or Education > Courses")
        return nil
      }
    }
  }
}
