internal import Content
package import Diagnostics
internal import FeedValidation

extension RuleCatalogue {
  /// Every rule of Feedsetter.
  package static let all = RuleCatalogue(
    ContentRules.catalogue.rules + PublishingRules.catalogue.rules + FeedRules.catalogue.rules)

  /// Every rule of Feedsetter as a page in Markdown.
  package static var page: String { RuleReference.markdown(all) }
}
