public import Diagnostics

/// Every rule that a validator applies.
public enum FeedRules {
  /// The rules, by id.
  public static let catalogue = RuleCatalogue(
    Array(
      Set(
        DocumentRules.all + StructureRules.all + SharedRules.all.map(\.rule) + HTMLRules.rules
          + RSSDateRules.rules + CircumstanceRules.rules
          + (rssChecks + atomChecks).map(\.rule) + JSONFeedRules.all)))

  /// What is asked of RSS documents.
  static let rssChecks =
    RSSRules.all + RSSDateRules.all + RSSItemRules.all + RSSPracticeRules.all + RSSOverlapRules.all
    + RSSPlainTextRules.all + HTMLRules.rssChecks + AtomInRSSRules.all + [
      AtomPracticeRules.linkText
    ] + CircumstanceRules.all
    + extensionChecks

  /// What is asked of Atom documents.
  static let atomChecks =
    AtomRules.all + AtomContentRules.all + AtomPracticeRules.all + HTMLRules.atomChecks
    + CircumstanceRules.all
    + extensionChecks

  /// What is asked of extensions, which may stand in both; a new vocabulary adds its checks here.
  private static let extensionChecks =
    NamespaceRules.all + DublinCoreRules.all + ContentRules.all
    + MediaRules.all + MediaDetailRules.all + ITunesRules.all + PodcastRules.all
    + SlashRules.all + CommentRules.all + ThreadRules.all + HistoryRules.all + TombstoneRules.all
    + SyndicationRules.all + LicenceRules.all + GeoRules.all + UserLandRules.all

  /// What each extension defines, and what of it may stand once.
  static let vocabularies = [
    MediaVocabulary.all, ITunesVocabulary.all, PodcastVocabulary.all, DublinCoreRules.vocabulary,
    ContentRules.vocabulary, SlashRules.vocabulary, CommentRules.vocabulary,
    ThreadRules.vocabulary, HistoryRules.vocabulary, TombstoneRules.vocabulary,
    SyndicationRules.vocabulary,
    LicenceRules.vocabulary, GeoRules.vocabulary, GeoRules.georssVocabulary,
    UserLandRules.blogChannel, UserLandRules.admin, UserLandRules.event, UserLandRules.app,
    DublinCoreRules.termsVocabulary, CommentRules.trackback, CommentRules.pingback,
  ]
}
