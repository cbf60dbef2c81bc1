public import Diagnostics

/// Every rule that a validator applies.
public enum FeedRules {
  /// The rules, by id.
  public static let catalogue = RuleCatalogue(
    DocumentRules.all + StructureRules.all + SharedRules.all.map(\.rule)
      + (rssChecks + atomChecks).map(\.rule)
      + JSONFeedRules.all)

  /// What is asked of RSS documents; a vocabulary that may stand in them adds its checks here.
  static let rssChecks = RSSRules.all + RSSItemRules.all

  /// What is asked of Atom documents.
  static let atomChecks = AtomRules.all + AtomContentRules.all
}
