/// The name in `known` that `name` was most likely meant to be; nil where none is near.
///
/// Near is an edit distance (insertions, deletions, replacements, swaps of neighbours) of at most
/// a third of the name's length, letter case left aside.
public func nearestName(to name: String, in known: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased())
  guard wanted.count <= 64 else { return nil }
  let limit = max(1, wanted.count / 3)
  return
    known
    .map { (name: $0, distance: editDistance(wanted, Array($0.lowercased()))) }
    .filter { $0.distance <= limit }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
    .name
}

/// The optimal string alignment distance of two words.
private func editDistance(_ lhs: [Character], _ rhs: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...rhs.count)
  for (row, left) in lhs.enumerated() {
    var current = [row + 1]
    for (column, right) in rhs.enumerated() {
      var best = min(last[column + 1] + 1, current[column] + 1)
      best = min(best, last[column] + (left == right ? 0 : 1))
      if row > 0, column > 0, left == rhs[column - 1], lhs[row - 1] == right {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return last[rhs.count]
}
