/// What the Podcasting 2.0 namespace defines (<https://podcasting2.org/docs/podcast-namespace/1.0>).
enum PodcastVocabulary {
  static let all = Vocabulary(
    .podcast,
    """
    transcript* locked? funding* chapters? soundbite* person* location* season? episode? \
    trailer* license? alternateEnclosure* source* integrity? guid? value* valueRecipient* \
    medium? images? image* liveItem* contentLink* socialInteract* block* txt* remoteItem* \
    podroll? updateFrequency? podping? valueTimeSplit* chat? publisher? sourceRole* \
    metaBoost? recommendations* gateway* verification? follow? id* social* \
    encryptedMedia* hiveAccount* boost* stream*
    """,
    models: [
      Model(
        "transcript", in: .podcast, attributes: "url! type! language? rel?", content: .elements),
      Model("locked", in: .podcast, attributes: "owner?"),
      Model("funding", in: .podcast, attributes: "url!"),
      Model("chapters", in: .podcast, attributes: "url! type!", content: .elements),
      Model("soundbite", in: .podcast, attributes: "startTime! duration! title?"),
      Model("person", in: .podcast, attributes: "role? group? img? href?"),
      Model("location", in: .podcast, attributes: "geo? osm? rel? country?"),
      Model("season", in: .podcast, attributes: "name?"),
      Model("episode", in: .podcast, attributes: "display?"),
      Model("trailer", in: .podcast, attributes: "url! pubdate! length? type? season?"),
      Model("license", in: .podcast, attributes: "url?"),
      Model(
        "alternateEnclosure", in: .podcast,
        attributes: "type! length? bitrate? height? lang? title? rel? codecs? default?",
        content: .elements),
      Model("source", in: .podcast, attributes: "uri! contentType?", content: .elements),
      Model("integrity", in: .podcast, attributes: "type! value!", content: .elements),
      Model("value", in: .podcast, attributes: "type! method! suggested?", content: .elements),
      Model(
        "valueRecipient", in: .podcast,
        attributes: "name? customKey? customValue? type! address! split! fee?",
        content: .elements),
      Model("images", in: .podcast, attributes: "srcset!", content: .elements),
      Model(
        "liveItem", in: .podcast, attributes: "status! start! end? chat?", content: .elements),
      Model("contentLink", in: .podcast, attributes: "href!"),
      Model(
        "socialInteract", in: .podcast,
        attributes: "uri? protocol! accountId? accountUrl? priority? podcastAccountUrl?",
        content: .elements),
      Model("block", in: .podcast, attributes: "id?"),
      Model("txt", in: .podcast, attributes: "purpose?"),
      Model(
        "remoteItem", in: .podcast,
        attributes: "feedGuid! feedUrl? itemGuid? medium? title?", content: .elements),
      Model("podroll", "publisher", in: .podcast, content: .elements),
      Model("updateFrequency", in: .podcast, attributes: "complete? dtstart? rrule?"),
      Model("podping", in: .podcast, attributes: "usesPodping?", content: .elements),
      Model(
        "valueTimeSplit", in: .podcast,
        attributes: "startTime! duration! remoteStartTime? remotePercentage?",
        content: .elements),
      Model(
        "chat", in: .podcast, attributes: "server! protocol! accountId? space? embedUrl?",
        content: .elements),
    ])
}
