/// Numbers that are the same on every run.
struct Lehmer: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state = state &* 0xDA94_2042_E4DD_58B5 &+ 0x14057B7EF767814F
    return state ^ state >> 29
  }
}
