internal import Diagnostics
internal import FeedValues
internal import XML

/// Elements that a rule looks at.
struct Target: Sendable {
  let namespace: KnownNamespace
  let names: [String]
  /// The elements around them; empty for any.
  let parents: [String]
  /// The namespace of `parents`; nil for that of the elements.
  var parentNamespace: KnownNamespace?

  /// Elements of RSS's own, which are in no namespace.
  static func rss(_ names: String..., in parents: String...) -> Target {
    Target(namespace: .none, names: names, parents: parents)
  }

  /// Elements of Atom.
  static func atom(_ names: String..., in parents: String...) -> Target {
    Target(namespace: .atom, names: names, parents: parents)
  }

  /// Elements of an extension, wherever they stand.
  static func of(_ namespace: KnownNamespace, _ names: String...) -> Target {
    Target(namespace: namespace, names: names, parents: [])
  }

  /// Elements of an extension that stand in elements of RSS's own.
  static func of(_ namespace: KnownNamespace, _ names: String..., inRSS parents: String...)
    -> Target
  {
    Target(
      namespace: namespace, names: names, parents: parents, parentNamespace: KnownNamespace.none)
  }
}

/// A rule about elements, and the closure that applies it.
struct Check: Sendable {
  let rule: Rule
  let targets: [Target]
  /// The attribute, in no namespace, without which the elements are none of its business.
  let attribute: String?
  let body: @Sendable (Element, Reporter) -> Void

  init(
    _ rule: Rule, on targets: Target...,
    body: @escaping @Sendable (Element, Reporter) -> Void
  ) {
    self.init(rule, targets: targets, body: body)
  }

  /// A rule that the text of an element is a certain value, white space around it left aside.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - targets: The elements.
  ///   - what: The value with its article, such as "an RFC 822 date".
  ///   - parse: Makes the value or throws.
  /// - Returns: The check.
  static func text(
    _ rule: Rule, of targets: Target..., is what: String,
    parse: @escaping @Sendable (String) throws(InvalidValue) -> Void
  ) -> Check {
    Check(rule, targets: targets) { element, report in
      let bytes = element.trimmedTextBytes
      if report.log.known.contains(bytes, of: report.check) { return }
      let text = element.trimmedText
      do throws(InvalidValue) {
        try parse(text)
        report.log.known.insert(bytes, of: report.check)
      } catch {
        report.found(
          text.isEmpty
            ? "<\(element.writtenName)> is empty instead of \(what)"
            : "\(quoted(text)) is not \(what): \(error.reason)",
          at: element.textPosition, length: text.isEmpty ? 1 : text.unicodeScalars.count)
      }
    }
  }

  /// A rule that an attribute, where it is there, is a certain value.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - name: The attribute, in no namespace.
  ///   - targets: The elements.
  ///   - what: The value with its article, such as "a media type".
  ///   - parse: Makes the value or throws.
  /// - Returns: The check.
  static func attribute(
    _ rule: Rule, _ name: String, of targets: Target..., is what: String,
    parse: @escaping @Sendable (String) throws(InvalidValue) -> Void
  ) -> Check {
    Check(rule, targets: targets, attribute: name) { element, report in
      guard let attribute = element.attribute(name) else { return }
      let bytes = attribute.valueBytes
      if report.log.known.contains(bytes, of: report.check) { return }
      let value = attribute.value
      do throws(InvalidValue) {
        try parse(value)
        report.log.known.insert(bytes, of: report.check)
      } catch {
        report.found(
          value.isEmpty
            ? "the attribute \(name) of <\(element.writtenName)> is empty instead of \(what)"
            : "\(quoted(value)) in the attribute \(name) is not \(what): \(error.reason)",
          at: attribute.valuePosition, length: max(1, value.unicodeScalars.count))
      }
    }
  }

  private init(
    _ rule: Rule, targets: [Target], attribute: String? = nil,
    body: @escaping @Sendable (Element, Reporter) -> Void
  ) {
    self.rule = rule
    self.targets = targets
    self.attribute = attribute
    self.body = body
  }
}
