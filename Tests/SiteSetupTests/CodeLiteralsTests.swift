import Diagnostics
import Testing

@testable import SiteSetup

/// What is read of programs without running them.
struct CodeLiteralsTests {
}
