internal import Diagnostics

extension LoadedArticle {
  /// The bytes behind the front matter, as they stand in the file.
  package var text: ArraySlice<UInt8> { source.bytes[bodyStart...] }
}
