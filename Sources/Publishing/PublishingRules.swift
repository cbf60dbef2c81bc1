package import Diagnostics
package import FileSystem

/// The rules for a site as a whole and for the folder that is published.
package enum PublishingRules {
  /// All of them.
  package static let catalogue = RuleCatalogue([
    noArticles, duplicateLink, duplicateID, termSpelling, termCollision, fileForeign,
    fileUnwritable, folderLinked, folderBusy, manifestBroken, journalBroken, journalForeign,
    journalCompleted, journalPending, ledgerBroken, ledgerFrozen, idChanged, articleUnrecognised,
    retractedUnknown, customFeedEmpty, feedUnreadable, itemResurfaces, feedLosesItems,
    feedIncomparable, adoptionConflict, reportUnwritable, hubMissing, hubUnasked, hubRefused,
    hubSilent, hubRecord, defect,
  ])

  static let noArticles = Rule(
    "no-articles", .error, "A feed without entries says nothing, and Atom can't date it.",
    cure: "write an article, or name the folder of the articles by content.path in feedsetter.yml")
  static let duplicateLink = Rule(
    "duplicate-link", .error,
    "Two articles can't have one address: readers would show one of them.",
    cure: "give one of the two another slug")
  static let duplicateID = Rule(
    "duplicate-id", .error, "Two articles can't have one id: readers would show one of them.",
    cure: "give one of the two an id of its own",
    specification: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6")
  static let termSpelling = Rule(
    "term-spelling", .info, "Spellings that differ in letter case or spaces are one term.",
    cure: "write the term in one way")
  static let termCollision = Rule(
    "term-collision", .error, "Two terms can't have one folder for their feeds.",
    cure: "settle it under feeds.slugs or feeds.aliases in feedsetter.yml")
  static let fileForeign = Rule(
    "file-foreign", .error, "Only files that Feedsetter wrote are replaced by it.",
    cure: "move the file away, or publish to another folder by feeds.path")
  static let fileUnwritable = Rule(
    "output-unwritable", .error, "The published folder must be one that this user may write to.",
    cure: "make room, or make it a folder that this user may write to, and build again")
  static let folderBusy = Rule(
    "output-busy", .error, "Two builds at once would publish parts of both.",
    cure: "build again when it is done, or give it more time by --wait")
  static let manifestBroken = Rule(
    "manifest-broken", .error, "The list of published files tells which may be replaced.",
    cure: "restore the file, or move the published folder away and build anew")
  static let ledgerBroken = Rule(
    "ledger-broken", .error,
    "The ledger holds the ids that subscribers have: without it old items would be new again.",
    cure: "restore feedsetter.lock as it was last committed")
  static let ledgerFrozen = Rule(
    "ledger-frozen", .error, "With --frozen the ledger must hold every article already.",
    cure: "build without --frozen where the articles are written, and commit feedsetter.lock")
  static let idChanged = Rule(
    "id-changed", .error,
    "An article under another id is a new one to every reader: it is shown unread again.",
    cure: "take the id out of the front matter",
    specification: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6")
  static let articleUnrecognised = Rule(
    "article-unrecognised", .info,
    "An article in which too much was changed at once is a new one: it is shown unread again.",
    cure:
      "write the id of the article that is gone into the new one's front matter, if they are one")
  static let retractedUnknown = Rule(
    "retracted-unknown", .warning, "What is retracted is an article of the site, or was one.",
    cure: "name its file below the content folder, its id or its address")
  static let folderLinked = Rule(
    "output-linked", .error,
    "The published folder may be a symbolic link; one inside it would lead writing out of it.",
    cure: "put a folder in the link's place, or let feeds.path name where the feeds are to be")
  static let journalBroken = Rule(
    "journal-broken", .error,
    "The journal tells the next build what a stopped one did not come to.",
    cure:
      "remove the file and build again; feeds that are then told to be in the way can be removed")
  static let journalForeign = Rule(
    "journal-foreign", .error,
    "A stopped build can be completed by a build of the same site alone.",
    cure: "build the other site first, or publish to another folder by feeds.path")
  static let journalCompleted = Rule(
    "journal-completed", .info,
    "A build that is stopped while it publishes is completed by the next.",
    cure: "nothing is to be done")
  static let journalPending = Rule(
    "journal-pending", .info,
    "A build that is stopped while it publishes is completed by the next.",
    cure: "build the site")
  static let reportUnwritable = Rule(
    "report-unwritable", .error, "Who asks for a report waits for it.",
    cure: "name a file that this user may write to")
  static let customFeedEmpty = Rule(
    "custom-feed-empty", .warning, "A feed that no article fits is not published.",
    cure: "correct its condition, or take the feed out")
  static let feedUnreadable = Rule(
    "feed-unreadable", .error, "A feed that is to be judged must be there and readable.",
    cure: "name a file, a folder, or - for standard input")
  static let itemResurfaces = Rule(
    "item-resurfaces", .error,
    "An item under another id is a new one to readers: all subscribers see it as unread again.",
    cure: "give the article the id that it had, or build with --accept resurfacing",
    specification: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6")
  static let feedLosesItems = Rule(
    "feed-loses-items", .error,
    "A feed of four or more items that loses more than half of them at once is mostly a mistake.",
    cure: "bring the articles back, or build with --accept and the feed's name")
  static let feedIncomparable = Rule(
    "feed-incomparable", .warning,
    "What subscribers will see is told from the feeds that are published.",
    cure: "look at the file: somebody or something else has changed it")
  static let adoptionConflict = Rule(
    "adoption-conflict", .warning,
    "An article has one id; whoever knows it by another one sees it as unread again.",
    cure: "decide which of the ids the article keeps")
  static let defect = Rule(
    "defect", .error, "What Feedsetter itself relies on must hold.",
    cure: "this is not your fault: please report it")

  /// The finding for a fault of Feedsetter's own.
  static func defect(_ message: String) -> Diagnostic {
    Diagnostic(
      rule: defect, location: SourceLocation(file: "feedsetter"), message: message,
      help: defect.cure)
  }
}

extension PublishingRules {
  /// The finding for a report that can't be written.
  package static func reportUnwritable(_ error: FileError) -> Diagnostic {
    Diagnostic(
      rule: reportUnwritable, location: SourceLocation(file: error.path),
      message: "the report can't be written: \(error.reason)", help: reportUnwritable.cure)
  }
}
