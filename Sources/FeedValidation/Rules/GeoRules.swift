internal import Diagnostics

/// The rules of places: geo, geourl and georss.
///
/// See <https://www.w3.org/2003/01/geo/> and <https://docs.ogc.org/cs/17-002r1/17-002r1.html>.
enum GeoRules {
  private static let w3c = "https://www.w3.org/2003/01/geo/"
  private static let ogc = "https://docs.ogc.org/cs/17-002r1/17-002r1.html"

  static let vocabulary = Vocabulary(
    .geo, "lat? long? alt? Point* lat_long? location? SpatialThing*")

  // The W3C validator knows the names with a capital only, which were never the standard's.
  static let georssVocabulary = Vocabulary(
    .georss,
    """
    point* line* polygon* box* circle* where* featuretypetag? relationshiptag? featurename? \
    featureName? featureTypeTag? relationshipTag? elev? floor? radius?
    """)

  static let all: [Check] = [
    .text(
      Rule(
        "geo-latitude", .error, "a latitude is -90 to 90 degrees", cure: "write it like 53.55",
        specification: w3c),
      of: .of(.geo, "lat"), .of(.geoURL, "latitude"), is: "a latitude",
      parse: ExtensionValues.decimal(-90...90)),
    .text(
      Rule(
        "geo-longitude", .error, "a longitude is -180 to 180 degrees", cure: "write it like 9.99",
        specification: w3c),
      of: .of(.geo, "long"), .of(.geoURL, "longitude"), is: "a longitude",
      parse: ExtensionValues.decimal(-180...180)),
    .text(
      Rule(
        "georss-point", .error, "a point is a latitude and a longitude",
        cure: "write it like 53.55 9.99", specification: ogc),
      of: .of(.georss, "point"), is: "a point", parse: ExtensionValues.coordinates(1...1)),
    .text(
      Rule(
        "georss-line", .error, "a line is two points or more",
        cure: "write latitude and longitude of each, with spaces between", specification: ogc),
      of: .of(.georss, "line"), is: "a line", parse: ExtensionValues.coordinates(2...Int.max)),
    .text(
      Rule(
        "georss-polygon", .error, "a polygon is four points or more, the last one the first again",
        cure: "write latitude and longitude of each, with spaces between", specification: ogc),
      of: .of(.georss, "polygon"), is: "a polygon", parse: ExtensionValues.coordinates(4...Int.max)),
    .text(
      Rule(
        "georss-box", .error, "a box is its lower and its upper corner",
        cure: "write latitude and longitude of each, with spaces between", specification: ogc),
      of: .of(.georss, "box"), is: "a box", parse: ExtensionValues.coordinates(2...2)),
  ]
}
