internal import FeedValues

/// What Apple's podcast extension defines
/// (<https://podcasters.apple.com/support/823-podcast-requirements>).
enum ITunesVocabulary {
  static let all = Vocabulary(
    .itunes,
    """
    applepodcastsverify? author? block? category* complete? duration? email? episode? \
    episodeType? explicit? image? isClosedCaptioned? keywords? link* name? new-feed-url? order? \
    owner? pubDate? season? subtitle? summary? title? type?
    """,
    models: [
      Model("category", in: .itunes, attributes: "text!", content: .elements),
      Model("image", in: .itunes, attributes: "href!", content: .elements),
      Model("owner", in: .itunes, content: .elements),
    ])

  /// Apple's categories and what each divides into, all names in lower case.
  static let categories: [String: Set<String>] = Dictionary(
    uniqueKeysWithValues: PodcastCategory.all.map { name, narrower in
      (name.lowercased(), Set(narrower.map { $0.lowercased() }))
    })

  /// The categories that Apple has withdrawn.
  static let withdrawn: [String: Set<String>] = table(
    """
    Arts: Literature, Photography, Entertainment, Architecture, Fashion
    Arts & Entertainment: Architecture, Books, Design, Entertainment, Games, Performing Arts, \
    Photography, Poetry, Science Fiction, Visual Arts
    Audio Blogs:
    Business: Business News, Shopping, Finance, Investing, Selling
    Comedy:
    Education: Education, Education Technology, Higher Education, K-12, Language Courses, Training
    Family:
    Food:
    Games & Hobbies: Automotive, Aviation, Hobbies, Other Games, Video Games
    Government & Organizations: Local, National, Non-Profit, Regional
    Health: Alternative Health, Diet & Nutrition, Fitness & Nutrition, Self-Help, Sexuality, \
    Men's Health, Women's Health, Kids & Family, Exercise, Fitness
    Health & Fitness: Fitness & Nutrition, Self-Help
    International: Australian, Belgian, Brazilian, Canadian, Chinese, Dutch, French, German, \
    Hebrew, Italian, Japanese, Norwegian, Polish, Portuguese, Spanish, Swedish
    Movies & Television: Behind the Scenes
    Music:
    News:
    News & Politics: Conservative (Right), Liberal (Left)
    Politics:
    Public Radio:
    Religion & Spirituality: Other, Philosophy, Spiritualism
    Science:
    Science & Medicine: Medicine, Natural Sciences, Social Sciences
    Society & Culture: Gay & Lesbian, History, Culture, Religion
    Sports:
    Sports & Recreation: Amateur, College & High School, Outdoor, Professional
    Talk Radio:
    Technology: Computers, Developers, Gadgets, Information Technology, Operating Systems, \
    Podcasting, Smart Phones, Text/Speech, Tech News, Software How-To, News
    Transportation: Automotive, Aviation, Bicycles, Commuting
    Travel:
    """)

  /// Reads lines like `Comedy: Improv, Stand-Up`, all names in lower case.
  private static func table(_ lines: String) -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for line in lines.lowercased().split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      let names = parts.count > 1 ? parts[1].split(separator: ",") : []
      result[String(parts[0])] = Set(names.map { String($0.drop { $0 == " " }) })
    }
    return result
  }
}
