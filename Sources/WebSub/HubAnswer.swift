/// What came of asking a hub to look at a feed.
package enum HubAnswer: Hashable, Sendable {
  /// The hub answered by HTTP.
  case response(HubResponse)
  /// No answer came, for a reason that is a clause.
  case none(String)

  /// What is to be done about an answer.
  enum Verdict {
    case accepted, refused, later
  }

  /// 2xx is yes; 408, 425, 429 and 5xx may be another answer later, as none may; all else is no.
  ///
  /// A redirection is no: the feeds themselves name the hub, and must name it where it is.
  var verdict: Verdict {
    guard case .response(let response) = self else { return .later }
    return switch response.status {
    case 200..<300: .accepted
    case 408, 425, 429, 500...: .later
    default: .refused
    }
  }

  /// How many seconds the hub asks to be left alone.
  package var retryAfter: Int? {
    if case .response(let response) = self { response.retryAfter } else { nil }
  }

  /// The answer in words.
  package var text: String {
    switch self {
    case .none(let reason): reason
    case .response(let response):
      response.words.isEmpty ? "\(response.status)" : "\(response.status) \(response.words)"
    }
  }
}

/// A hub's answer by HTTP.
package struct HubResponse: Hashable, Sendable {
  /// The status code.
  package let status: Int
  /// What the hub says in its own words: the first line of its answer, else the status line's reason.
  package let words: String
  /// How many seconds it asks to be left alone.
  package let retryAfter: Int?

  /// An answer with `status`.
  package init(status: Int, words: String = "", retryAfter: Int? = nil) {
    self.status = status
    self.words = words
    self.retryAfter = retryAfter
  }
}
