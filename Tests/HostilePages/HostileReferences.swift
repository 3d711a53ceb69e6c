extension HostilePage {
  /// Definitions and what refers to them.
  static let references: [HostilePage] = [
    HostilePage("44 footnote references") { times("[^1]", $0) + "\n\n[^1]: a\n" },
    HostilePage("44 footnotes", times: "[^a]: x\n"),
    HostilePage("47 definitions") { n in
      (0..<n).map { "[\($0)]: x\n" }.joined() + "\n" + times("[0] ", n)
    },
    HostilePage("47 references to one long definition") { n in
      times("[a] ", n) + "\n\n[a]: " + times("x", 50 * n) + "\n"
    },
    HostilePage("47 references to a definition") { n in
      times("[a]\n\n", n) + "[a]: " + times("x", 4_000) + "\n"
    },
    HostilePage("48 labels of one length") { n in
      (0..<n).map { "[\(times("a", 40))\($0)]: x\n" }.joined()
        + "\n" + (0..<n).map { "[\(times("a", 40))\($0)]\n\n" }.joined()
    },
    HostilePage("long labels") { n in times("[" + times("a", 998) + "]", max(1, n / 500)) },
  ]
}
