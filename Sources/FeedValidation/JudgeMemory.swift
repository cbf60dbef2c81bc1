internal import XML

/// What judging documents leaves behind that makes judging the next ones cheaper: values that checks found
/// to be right, and shapes that the grammars allow.
///
/// It changes no verdict. For one document at a time; who judges on several threads has one for each.
package final class JudgeMemory {
  let known = KnownValues()
  let shapes = ShapeMemory()

  /// A memory of nothing.
  package init() {}
}
