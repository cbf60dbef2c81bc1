/// Writes a proposal as a `feedsetter.yml`.
struct ConfigurationText {
  private let proposal: Proposal

  init(_ proposal: Proposal) { self.proposal = proposal }

  var text: String {
    var lines = ["# Feedsetter's configuration: what is published, and where it is."]
    if !proposal.sign.isEmpty {
      lines.append(
        "# Taken from \(proposal.generator) by feedsetter init, which read \(proposal.sign).")
    }
    lines += ["", "site:"]
    lines.append(
      proposal.title.map { "  title: \(quoted($0.text))" }
        ?? "  # title: the name of the site          <- fill in, and take the # out")
    lines.append(
      proposal.url.map { "  url: \(quoted($0.text))" }
        ?? "  # url: https://harbor.example/         <- the home page: fill in, and take the # out")
    func add(_ name: String, _ value: Proposal.Value?) {
      if let value, !value.text.isEmpty { lines.append("  \(name): \(quoted(value.text))") }
    }
    add("description", proposal.description)
    add("language", proposal.language)
    if let zone = proposal.timezone {
      lines.append("  # A date without a zone is in this one.")
      add("timezone", zone)
    }
    add("author", proposal.author)
    add("copyright", proposal.copyright)
    return (lines + content + feeds).joined(separator: "\n") + "\n"
  }

  private var content: [String] {
    var lines = ["", "content:", "  # The folder of the articles, and what in it is one."]
    lines.append("  path: \(quoted(proposal.path))")
    if !proposal.include.isEmpty { lines.append("  include: \(list(proposal.include))") }
    lines.append("  exclude: \(list(proposal.exclude))")
    if proposal.leavesOutUndated {
      lines += ["  # Files without a date are pages, not articles.", "  undated: leave-out"]
    }
    if let untitled = proposal.untitled {
      let what = untitled == "name" ? "their files' names" : "their first words"
      lines += ["  # Articles without a title are called by \(what).", "  untitled: \(untitled)"]
    }
    if let conventions = proposal.conventions {
      lines += [
        "  # Names, dates and addresses are read as this generator reads them.",
        "  conventions: \(conventions)",
      ]
    }
    lines.append("  # Where articles are; of a list the first that has something for each part.")
    if proposal.permalinks.count == 1, let only = proposal.permalinks.first, only.glob == nil {
      lines.append("  permalink: \(patterns(only.patterns))")
    } else {
      lines.append("  permalink:")
      for permalink in proposal.permalinks {
        lines.append("    \(quoted(permalink.glob ?? "**")): \(patterns(permalink.patterns))")
      }
    }
    if !proposal.defaults.isEmpty {
      lines += ["  # For articles that say nothing else.", "  defaults:"]
      lines += proposal.defaults.map { "    \($0.field): \(quoted($0.text))" }
    }
    if !proposal.keys.isEmpty {
      lines += ["  # More names that fields go by.", "  keys:"]
      lines += proposal.keys.map { "    \($0.field): \(list($0.names))" }
    }
    if let authors = proposal.authors {
      lines += ["  # Who the authors' short names stand for.", "  authors: \(quoted(authors))"]
    }
    return lines
  }

  private let feeds = [
    "", "feeds:",
    "  # What is published goes here; url says where that is served if not at site.url.",
    "  path: feeds", "  by: [category, keyword]", "  limit: 20",
  ]

  private func patterns(_ patterns: [String]) -> String {
    patterns.count == 1 ? quoted(patterns[0]) : list(patterns)
  }

  private func list(_ texts: [String]) -> String {
    "[" + texts.map { quoted($0) }.joined(separator: ", ") + "]"
  }

  /// A text as YAML takes it on one line, quoted where it must be.
  private func quoted(_ text: String) -> String {
    let isPlain =
      text.utf8.allSatisfy {
        0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF || "/._- ".utf8.contains($0)
      } && !text.isEmpty && text.first != " " && text.last != " "
      && text.first?.isLetter == true
      || text.hasPrefix("https://") && !text.contains(" ")
        && !text.contains("#")
    let isWord = ["true", "false", "yes", "no", "on", "off", "null"].contains(text.lowercased())
    if isPlain, !isWord { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.properties.generalCategory == .control: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
