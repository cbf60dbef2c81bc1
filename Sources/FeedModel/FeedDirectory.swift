package import FeedValues

/// Which feeds a site has, for the lists and pages that lead people and programs to them.
///
/// Archives are no feeds of their own and are not listed.
package struct FeedDirectory: Hashable, Sendable {
  /// The site's title as plain text.
  package let title: String
  /// What the site is about, as plain text.
  package let description: String?
  /// The home page.
  package let homePage: AbsoluteURL
  /// Where the published folder is served, with a slash at its end.
  package let location: AbsoluteURL
  package let language: LanguageTag?
  /// The formats that every feed is published in, in the order of `FeedFormat`.
  package let formats: [FeedFormat]
  /// The site's own feed first, then those of its terms, one kind after another, then the custom ones.
  package let feeds: [ListedFeed]

  package init(
    title: String, description: String?, homePage: AbsoluteURL, location: AbsoluteURL,
    language: LanguageTag?, formats: [FeedFormat], feeds: [ListedFeed]
  ) {
    self.title = title
    self.description = description
    self.homePage = homePage
    self.location = location
    self.language = language
    self.formats = formats
    self.feeds = feeds
  }

  /// When something that a feed shows was last revised; nil where there is no feed.
  package var updated: Timestamp? { feeds.map(\.updated).max() }

  /// The feeds with one kind of subject, in their order; none of other kinds are between them.
  package var groups: [(kind: FeedSubject.Kind, feeds: [ListedFeed])] {
    FeedSubject.Kind.allCases.compactMap { kind in
      let feeds = feeds.filter { $0.subject.kind == kind }
      return feeds.isEmpty ? nil : (kind, feeds)
    }
  }
}

/// What a feed of a site shows.
package enum FeedSubject: Hashable, Sendable {
  /// Every article.
  case site
  /// The articles of a category, keyword or author.
  case term(Term)
  /// The articles that a condition of the configuration picks; its name is that of its folder.
  case custom(name: String)

  /// Subjects of one sort.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case site, category, keyword, author, custom
  }

  package var kind: Kind {
    switch self {
    case .site: .site
    case .term(let term):
      switch term.kind {
      case .category: .category
      case .keyword: .keyword
      case .author: .author
      }
    case .custom: .custom
    }
  }

  /// The term; nil for what is not the feed of one.
  package var term: Term? {
    if case .term(let term) = self { term } else { nil }
  }
}

/// A feed of a site, as lists and pages tell of it.
package struct ListedFeed: Hashable, Sendable {
  /// The newest entry of a feed.
  package struct Newest: Hashable, Sendable {
    package let title: String
    /// When it was first published.
    package let date: Timestamp
    /// Its day on the clocks of the site.
    package let day: CalendarDate
    package let link: AbsoluteURL

    /// An entry; its day is that of `date` in UTC where none is given.
    package init(title: String, date: Timestamp, day: CalendarDate? = nil, link: AbsoluteURL) {
      self.title = title
      self.date = date
      self.day = day ?? date.utc.date
      self.link = link
    }
  }

  package let subject: FeedSubject
  /// The feed's title as plain text, such as `Harbor Voices: voice AI`.
  package let title: String
  /// What the feed is about, as plain text.
  package let description: String
  /// The folder of its documents below the published one: empty, or with a slash at its end.
  package let folder: String
  /// Where that folder is served, with a slash at its end.
  package let location: AbsoluteURL
  /// How many entries it shows.
  package let items: Int
  /// How many articles the site has on its subject, the older ones that it does not show as well.
  package let articles: Int
  package let newest: Newest
  /// When something that it shows was last revised.
  package let updated: Timestamp

  package init(
    subject: FeedSubject, title: String, description: String, folder: String,
    location: AbsoluteURL, items: Int, articles: Int, newest: Newest, updated: Timestamp
  ) {
    self.subject = subject
    self.title = title
    self.description = description
    self.folder = folder
    self.location = location
    self.items = items
    self.articles = articles
    self.newest = newest
    self.updated = updated
  }

  /// What people call it among the site's feeds: the term alone, else the title.
  package var label: String { subject.term?.label ?? title }

  /// The address of its document in `format`.
  package func address(in format: FeedFormat) -> String { location.string + format.fileName }
}
