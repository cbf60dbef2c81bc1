package import Diagnostics
package import FeedModel
package import FeedValues
internal import YAML

/// What `feedsetter.yml` says.
package struct Configuration: Sendable {
  package let source: SourceText
  package let site: Site
  package let zone: TimeZoneRules
  package let content: ContentSettings
  package let feeds: FeedSettings
  /// The authors of `content.authors`, by key in lower case.
  var authors: [String: Author] = [:]
  /// What stands for the other files that it was made of: the time zone's and the authors'.
  package internal(set) var otherFiles: [Digest] = []
}

/// Which files are articles, and how they are read.
package struct ContentSettings: Sendable {
  /// The folder of the articles: absolute, or below the site's.
  package let path: String
  /// Nil for every file that has an ending of Markdown.
  package let include: [Glob]?
  package let exclude: [Glob]
  /// Folders whose files are served at the site's root, as `path`; nil for those that are usual.
  let roots: [String]?
  package let permalink: PermalinkRules
  package let conventions: Conventions
  /// Which dialects of Markdown are read.
  let dialects: DialectSettings
  /// Front matter for what an article leaves out.
  let defaults: [FrontMatterField: Node]
  /// Further names of fields, in lower case.
  let names: [String: FrontMatterField]
  /// The names of maps, in lower case, that hold fields.
  let outerNames: Set<String>
  /// The languages, in lower case, that a file's name may end with.
  let languages: [String]
  let undated: Undated
  let untitled: Untitled
  let faulty: Faulty
  /// The file of authors: absolute, or below the site's.
  let authors: (path: String, position: Position)?
  /// The same, without its place in the configuration.
  package var authorsPath: String? { authors?.path }

  /// What a file is for which no date can be told.
  enum Undated: String, CaseIterable {
    case error
    case leaveOut = "leave-out"
  }

  /// What becomes of an article that has no title.
  enum Untitled: String, CaseIterable {
    case error
    case leaveOut = "leave-out"
    /// It is called by the words that it begins with.
    case excerpt
    /// It is called by its file's name.
    case name
  }

  /// What becomes of the other articles where one can't be published.
  enum Faulty: String, CaseIterable {
    case error
    /// They are published without it.
    case leaveOut = "leave-out"
  }
}

/// Which feeds there are and what they carry.
package struct FeedSettings: Sendable {
  /// Whether feeds carry whole articles or summaries.
  package enum ContentMode: String, CaseIterable, Sendable {
    case full, summary
  }

  /// The folder that is published: absolute, or below the site's.
  package let path: String
  /// Where that folder is served, with a slash at its end.
  package let url: AbsoluteURL
  package let formats: [FeedFormat]
  package let by: [TermKind]
  /// The newest entries that a feed shows; nil for all.
  package let limit: Int?
  package let content: ContentMode
  /// How many articles a term needs for a feed of its own.
  package let minimum: Int
  package let hub: AbsoluteURL?
  /// The archives of what feeds no longer show; nil for none.
  package let archives: ArchiveSettings?
  /// Articles that are taken out of all feeds: paths below the content folder, ids or addresses.
  package let retracted: [RetractedArticle]
  /// How many days Atom tells its readers that an entry was taken out.
  package let tombstoneDays: Int
  package let custom: [CustomFeed]
  /// Whether pages for people are published beside the feeds.
  package let hasPages: Bool
  /// Slugs that replace those made from a term's label, by `Term.key`.
  package let slugs: [String: String]
  /// Terms that are another one, by `Term.key`: its label, which is no alias itself.
  package let aliases: [String: String]
  /// Where the section begins in the configuration; nil where there is none.
  package let position: Position?
}

extension FeedSettings {
  /// What all spellings and aliases of a term have in common.
  package func key(of label: String) -> String {
    let key = Term.key(of: label)
    return aliases[key].map(Term.key) ?? key
  }
}

/// Which feeds have archives (RFC 5005), and how large those are.
package struct ArchiveSettings: Hashable, Sendable {
  /// How many entries an archive holds that is full.
  package let size: Int
  /// The kinds of terms of which each feed has archives too.
  package let by: Set<TermKind>
}

/// An article that the configuration takes out of all feeds.
package struct RetractedArticle: Hashable, Sendable {
  /// Its path, id or address, as it was written.
  package let name: String
  package let position: Position
}

/// A feed of the articles that a condition picks.
package struct CustomFeed: Sendable {
  /// Its folder below `custom/`: one path segment.
  package let name: String
  package let title: String
  package let condition: FeedCondition
  /// The newest entries that it shows, 0 for all; nil for as many as other feeds.
  package let limit: Int?
}

/// Which articles a custom feed shows: those with one of the terms of every kind that is named, less
/// those that fit one of the exclusions.
package struct FeedCondition: Sendable {
  /// By kind, the keys (`Term.key`) of which an article needs one.
  package let required: [TermKind: Set<String>]
  /// By kind, the keys of which an article must have none.
  package let excluded: [TermKind: Set<String>]
}
