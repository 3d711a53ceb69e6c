import Testing

@testable import GitProcess

struct GitFailureTests {
  @Test(arguments: [
    (
      "fatal: could not read Username for 'https://h.org': terminal prompts disabled",
      GitError.needsPassword
    ),
    ("remote: x\nfatal: repository 'https://h.org/x/' not found", .vanished),
    ("fatal: unable to access 'https://h.org/': Could not resolve host: h.org", .unreachable),
    ("error: RPC failed; curl 28 Operation too slow. Less than 1000 bytes/sec", .stalled),
    ("fatal: couldn't find remote ref HEAD", .empty),
    ("fatal: write error: No space left on device", .noSpace),
    ("fatal: detected dubious ownership in repository at '/x'", .foreignOwner),
    (
      "error: object 1: gitmodulesUrl: x\nfatal: fsck error in packed object",
      .damaged("fsck error in packed object")
    ),
    ("warning: x\nfatal: something new\nerror: y", .failed(status: 128, words: "something new")),
    ("odd", .failed(status: 128, words: "odd")),
    ("", .failed(status: 128, words: "")),
  ])
  func gitsWordsTellWhatIsWrong(words: String, error: GitError) {
    #expect(GitFailure.error(status: 128, messages: Array(words.utf8)) == error)
  }
}
