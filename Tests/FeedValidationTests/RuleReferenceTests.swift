import Diagnostics
import FeedValidation
import Testing

@Suite struct RuleReferenceTests {
  @Test func `the page of the rules is made from them`() {
    let catalogue = RuleCatalogue([
      Rule(
        "b-rule", .warning, "a <b>|</b> is bold", cure: "write <b>x</b>",
        specification: "https://harbor.example/#b"),
      Rule("a-rule", .error, "text is text", cure: "write text"),
    ])
    let page = RuleReference.markdown(catalogue)
    #expect(
      page.hasSuffix(
        """
        | [a-rule](#a-rule) | error | text is text |
        | [b-rule](#b-rule) | warning | a `<b>`\\|`</b>` is bold |

        ## a-rule

        error: text is text

        Instead: write text

        ## b-rule

        warning: a `<b>`|`</b>` is bold

        Instead: write `<b>`x`</b>`

        See <https://harbor.example/#b>.

        """))
  }

  @Test func `every rule of the catalogue is on the page once`() {
    let page = RuleReference.markdown(FeedRules.catalogue)
    for rule in FeedRules.catalogue.rules {
      #expect(page.split(separator: "\n## \(rule.id)\n").count == 2, "\(rule.id)")
    }
  }
}
