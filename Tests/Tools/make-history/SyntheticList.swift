/// A list that grows commit by commit as real ones do: mostly an entry is added.
struct SyntheticList {
  private struct Section {
    var name: String
    var entries: [[UInt8]] = []
    /// The section as it is in the README.
    var text: [UInt8] = []

    mutating func render() {
      text = Array("\n## \(name)\n\n*Software and books on \(name).*\n\n".utf8)
      for entry in entries { text += entry }
    }
  }

  private var sections: [Section] = []
  private var random: SmallRandom
  private var made = 0

  /// A list of about the given number of bytes.
  init(bytes: Int, seed: UInt64) {
    random = SmallRandom(state: seed)
    for _ in 0..<max(8, bytes / 4_000) { addSection() }
    var size = 0
    while size < bytes {
      let place = random.next(below: sections.count)
      let entry = newEntry()
      size += entry.count
      sections[place].entries.append(entry)
    }
    for index in sections.indices { sections[index].render() }
  }

  /// The README as a whole.
  var readme: [UInt8] {
    var text = Array("# Awesome Synthetic\n\n> A list that grows.\n\n## Contents\n\n".utf8)
    for section in sections {
      text +=
        "- [\(section.name)](#\(section.name.split(separator: " ").joined(separator: "-")))\n".utf8
    }
    for section in sections { text += section.text }
    return text
  }

  /// About how long the README is.
  var size: Int { sections.reduce(0) { $0 + $1.text.count } }

  /// Changes the list as one commit does; returns what the commit says it did.
  mutating func change() -> String {
    switch random.next(below: 1_000) {
    case ..<560: return add()
    case ..<850: return edit()
    case ..<920: return remove()
    case ..<970: return move()
    case ..<995:
      addSection()
      return "Add a section"
    default: return editMany()
    }
  }
}

extension SyntheticList {
  private mutating func addSection() {
    let name = words(2).split(separator: " ").joined(separator: " ") + " \(sections.count)"
    sections.append(Section(name: name))
    sections[sections.count - 1].render()
  }

  private mutating func add() -> String {
    let section = random.next(below: sections.count)
    let place = random.next(below: sections[section].entries.count + 1)
    sections[section].entries.insert(newEntry(), at: place)
    sections[section].render()
    return "Add an entry"
  }

  private mutating func edit() -> String {
    guard let (section, place) = anyEntry() else { return add() }
    sections[section].entries[place].removeLast()
    sections[section].entries[place] += (" " + words(2) + "\n").utf8
    sections[section].render()
    return "Edit an entry"
  }

  private mutating func remove() -> String {
    guard let (section, place) = anyEntry() else { return add() }
    sections[section].entries.remove(at: place)
    sections[section].render()
    return "Remove an entry"
  }

  private mutating func move() -> String {
    guard let (section, place) = anyEntry() else { return add() }
    let entry = sections[section].entries.remove(at: place)
    sections[section].render()
    let target = random.next(below: sections.count)
    sections[target].entries.append(entry)
    sections[target].render()
    return "Move an entry"
  }

  private mutating func editMany() -> String {
    for _ in 0..<40 { _ = edit() }
    return "Fix many descriptions"
  }

  private mutating func anyEntry() -> (section: Int, place: Int)? {
    for _ in 0..<20 {
      let section = random.next(below: sections.count)
      let count = sections[section].entries.count
      if count > 0 { return (section, random.next(below: count)) }
    }
    return nil
  }

  private mutating func newEntry() -> [UInt8] {
    made += 1
    let name = words(1) + "-\(made)"
    return Array(
      "- [\(name)](https://github.com/\(words(1))/\(name)) - \(words(6 + random.next(below: 8))).\n"
        .utf8)
  }

  private mutating func words(_ count: Int) -> String {
    let syllables = [
      "ka", "ro", "mi", "ten", "sol", "ver", "lan", "dur", "pix", "qua", "neo", "byt",
    ]
    return (0..<count).map { _ in
      (0..<(2 + random.next(below: 2))).map { _ in
        syllables[random.next(below: syllables.count)]
      }.joined()
    }.joined(separator: " ")
  }
}

/// The same numbers in each run (xorshift64*).
struct SmallRandom {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 2_685_821_657_736_338_717) >> 33) % max(1, limit)
  }
}
