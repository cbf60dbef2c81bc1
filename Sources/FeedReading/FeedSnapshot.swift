package import Diagnostics
package import FeedValues

/// What a feed document shows: the same value whatever format it is written in.
package struct FeedSnapshot: Hashable, Sendable {
  /// The formats that are read.
  package enum Format: String, Sendable {
    /// RSS 0.9x and 2.0, and RSS 1.0 and 0.90 on RDF.
    case rss
    /// Atom 1.0.
    case atom
    /// JSON Feed 1 and 1.1.
    case json
  }

  package let format: Format
  /// The title as plain text; empty where there is none.
  package let title: String
  /// The address that the feed says it is published at.
  package let selfAddress: String?
  /// The address of the site that it belongs to.
  package let homePage: String?
  /// In the order of the document.
  package let items: [Item]

  package init(
    format: Format, title: String, selfAddress: String? = nil, homePage: String? = nil,
    items: [Item]
  ) {
    self.format = format
    self.title = title
    self.selfAddress = selfAddress
    self.homePage = homePage
    self.items = items
  }

  /// One item, or entry.
  package struct Item: Hashable, Sendable {
    /// The `guid` or `id`, as it is written; nil where there is none.
    package let id: String?
    /// Whether the id is said to be the item's address, as a `guid` is where it says nothing.
    package let isPermalink: Bool
    /// The item's page, absolute where the feed tells its base.
    package let link: String?
    /// The title as plain text; empty where there is none.
    package let title: String
    package let published: Timestamp?
    /// Nil in formats that don't tell it, and where the item doesn't.
    package let updated: Timestamp?
    /// What readers show of it; nil where that is nothing.
    package let digest: ContentDigest?

    package init(
      id: String?, isPermalink: Bool = false, link: String? = nil, title: String = "",
      published: Timestamp? = nil, updated: Timestamp? = nil, digest: ContentDigest? = nil
    ) {
      self.id = id
      self.isPermalink = isPermalink
      self.link = link
      self.title = title
      self.published = published
      self.updated = updated
      self.digest = digest
    }

    /// What readers know the item by: its id, else its link, else its title.
    package var identity: String { id ?? link ?? title }

    /// When it is dated: as published, else as updated.
    package var date: Timestamp? { published ?? updated }

    func with(link: String?) -> Item {
      Item(
        id: id, isPermalink: isPermalink, link: link, title: title, published: published,
        updated: updated, digest: digest)
    }
  }
}

/// Why a document could not be read as a feed.
package struct FeedFault: Error, Hashable, Sendable {
  /// Where.
  package let position: Position
  /// What is wrong, as a lower-case clause without full stop.
  package let message: String

  package init(position: Position, message: String) {
    self.position = position
    self.message = message
  }
}
