/// What Media RSS 1.5.1 defines (<https://www.rssboard.org/media-rss>).
enum MediaVocabulary {
  static let all = Vocabulary(
    .media,
    """
    adult? category* comments? community? content* copyright? credit* description? \
    embed? group* hash* keywords? license* location* peerLink* player? price* rating* \
    responses? restriction* rights? scenes? status? subTitle* text* thumbnail* title? \
    backLinks? backLink* comment* response* param* scene* sceneTitle? sceneDescription? \
    sceneStartTime? sceneEndTime? starRating? statistics? tags?
    """,
    models: [
      Model(
        "content", in: .media,
        attributes: """
          url? fileSize? type? medium? isDefault? expression? bitrate? framerate? samplingrate? \
          channels? duration? height? width? lang?
          """, content: .elements),
      Model("group", in: .media, content: .elements),
      Model("thumbnail", in: .media, attributes: "url! height? width? time?", content: .elements),
      Model("title", "description", in: .media, attributes: "type?"),
      Model("category", in: .media, attributes: "scheme? label?"),
      Model("copyright", in: .media, attributes: "url?"),
      Model("credit", in: .media, attributes: "role? scheme?"),
      Model("hash", in: .media, attributes: "algo?"),
      Model("player", in: .media, attributes: "url! height? width?", content: .elements),
      Model("rating", in: .media, attributes: "scheme?"),
      Model("restriction", in: .media, attributes: "relationship! type?"),
      Model("text", in: .media, attributes: "type? lang? start? end?"),
      Model("peerLink", "subTitle", in: .media, attributes: "type? href? lang?"),
      Model("license", in: .media, attributes: "type? href?"),
    ])
}
