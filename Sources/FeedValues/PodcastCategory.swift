/// A subject of a podcast and a narrower one in it, of the list that Apple's and other directories have.
///
/// See <https://podcasters.apple.com/support/1691-apple-podcasts-categories>.
public struct PodcastCategory: Hashable, Sendable {
  /// The subject, letter for letter as in the list.
  public let name: String
  /// The narrower one.
  public let subcategory: String?

  /// The subject called `name`, in any letter case.
  ///
  /// - Throws: `InvalidValue` for what the list does not hold.
  public init(_ name: String, subcategory: String? = nil) throws(InvalidValue) {
    guard let subject = Self.all.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw InvalidValue("\"\(name)\" is no category of podcasts")
    }
    self.name = subject.name
    guard let subcategory else {
      self.subcategory = nil
      return
    }
    let wanted = subcategory.lowercased()
    guard let narrower = subject.narrower.first(where: { $0.lowercased() == wanted }) else {
      throw InvalidValue("\"\(subcategory)\" is no category in \"\(subject.name)\"")
    }
    self.subcategory = narrower
  }

  /// Every subject with the narrower ones in it.
  public static let all: [(name: String, narrower: [String])] = {
    """
    Arts: Books, Design, Fashion & Beauty, Food, Performing Arts, Visual Arts
    Business: Careers, Entrepreneurship, Investing, Management, Marketing, Non-Profit
    Comedy: Comedy Interviews, Improv, Stand-Up
    Education: Courses, How To, Language Learning, Self-Improvement
    Fiction: Comedy Fiction, Drama, Science Fiction
    Government:
    History:
    Health & Fitness: Alternative Health, Fitness, Medicine, Mental Health, Nutrition, Sexuality
    Kids & Family: Education for Kids, Parenting, Pets & Animals, Stories for Kids
    Leisure: Animation & Manga, Automotive, Aviation, Crafts, Games, Hobbies, Home & Garden, \
    Video Games
    Music: Music Commentary, Music History, Music Interviews
    News: Business News, Daily News, Entertainment News, News Commentary, Politics, Sports News, \
    Tech News
    Religion & Spirituality: Buddhism, Christianity, Hinduism, Islam, Judaism, Religion, \
    Spirituality
    Science: Astronomy, Chemistry, Earth Sciences, Life Sciences, Mathematics, Natural Sciences, \
    Nature, Physics, Social Sciences
    Society & Culture: Documentary, Personal Journals, Philosophy, Places & Travel, Relationships
    Sports: Baseball, Basketball, Cricket, Fantasy Sports, Football, Golf, Hockey, Rugby, \
    Running, Soccer, Swimming, Tennis, Volleyball, Wilderness, Wrestling
    Technology:
    True Crime:
    TV & Film: After Shows, Film History, Film Interviews, Film Reviews, TV Reviews
    """.split(separator: "\n").map { line in
      let colon = line.firstIndex(of: ":") ?? line.endIndex
      let names = line[colon...].dropFirst().split(separator: ",")
      return (String(line[..<colon]), names.map { String($0.drop { $0 == " " }) })
    }
  }()
}
