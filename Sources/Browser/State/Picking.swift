/// A run of `awl pick`, in which the reader chooses entries for another program, which gets their URLs.
package struct Picking: Equatable, Sendable {
  /// Whether the answer to a search is to be picked from as soon as it comes.
  var isWaiting = false

  package init() {}
}
