/// What sites write into Markdown that GitHub's Markdown has no word for.
package enum Dialect: String, CaseIterable, Sendable {
  /// Tags `{% … %}` and outputs `{{ … }}` of Liquid, Nunjucks and Tera.
  case liquid
  /// Those of Hugo, `{{< … >}}`, and of Zola, `{{ name(…) }}`.
  case shortcodes
  /// Components, expressions, imports and exports.
  case mdx
  /// Blocks between lines of `:::`.
  case containers
  /// Lists of attributes as kramdown, Pandoc and Hugo have them: `{: .class}`, `{#id}`.
  case attributes
  /// `[[page]]` and `![[file]]`.
  case wikilinks
  /// Quotes that begin with `[!NOTE]`.
  case alerts
  /// Marks for a table of contents, such as `[TOC]`.
  case contents
}

/// Which dialects are read, and which are left as they are written.
package struct DialectSettings: Hashable, Sendable {
  /// Those whose text is left alone.
  let kept: Set<Dialect>

  func reads(_ dialect: Dialect) -> Bool { !kept.contains(dialect) }
}

/// Something of a dialect that a feed can't show.
struct DialectLoss: Hashable, Sendable {
  enum Kind: Int, CaseIterable, Sendable {
    case tag, output, shortcode, component, expression, directive, sourceLink
  }

  let kind: Kind
  /// The name of the tag, the first words of the output: what tells it from others of its kind.
  let name: String
  /// Where it stands in the file, in bytes.
  let offset: Int
}

/// The page that an article is, as far as dialects speak of it.
struct DialectPage: Sendable {
  let title: String
  let link: String
  /// The file below the content folder.
  let path: String
  let siteTitle: String
  let siteDescription: String
  /// The site's address without a slash at its end.
  let siteURL: String
  let index: ArticleIndex

  /// Whether the file is MDX, in which braces and components have a meaning of their own.
  var isMDX: Bool { path.hasSuffix(".mdx") }

  /// Scheme and host of the site.
  var origin: Substring {
    guard let slashes = siteURL.firstRange(of: "//") else { return siteURL[...] }
    let path = siteURL[slashes.upperBound...].firstIndex(of: "/") ?? siteURL.endIndex
    return siteURL[..<path]
  }

  /// The site's path without a slash at its end: nothing for a site at the root of its host.
  var basePath: Substring { siteURL[origin.endIndex...] }
}
