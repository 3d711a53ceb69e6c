import Testing

@testable import ListSearch

struct FoldingTests {
  @Test(arguments: [
    ("Kafka", "kafka"),
    ("Café", "cafe"),
    ("Cafe\u{301}", "cafe"),
    ("naïve Ångström", "naive angstrom"),
    ("ẞ straße ﬁ", "ss strasse fi"),
    ("oﬃce ﬀ ﬂ ﬄ ﬅ ﬆ", "office ff fl ffl st st"),
    ("أحمد إلى آخر ٱلله مـــدرسة", "احمد الى اخر الله مدرسة"),
    ("مُحَمَّد مؤسسة ﻻ", "محمد موسسة لا"),
    ("שָׁלוֹם", "שלום"),
    ("Ἀθῆναι ᾠδή ΰ", "αθηναι ωδη υ"),
    ("Երեւան Ⲁ Ꭰ", "երեւան ⲁ ꭰ"),
    ("ﾃﾞｰﾀ ﾊﾟｽ ｳﾞ ｶﾀｶﾅ｡", "データ パス ヴ カタカナ。"),
    ("テ\u{3099}ータ か\u{3099} は\u{309A}", "データ が ぱ"),
    ("￥￡ ｟ﾡￂ￩", "¥£ ⦅ㄱㅏ←"),
    ("Łódź, Øresund, Þórr", "lodz, oresund, thorr"),
    ("Tiếng Việt", "tieng viet"),
    ("İstanbul ıslak", "istanbul islak"),
    ("ＦＵＬＬ　ｗｉｄｔｈ！", "full width!"),
    ("don’t “quote” — ever", "don't \"quote\" - ever"),
    ("a\u{A0}b\u{AD}c\u{200B}d\u{FEFF}", "a bcd"),
    ("Привет ЁЛКА Й и\u{306}", "привет елка и и"),
    ("ΆΛΦΑ Σίσυφος", "αλφα σισυφοσ"),
    ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
    ("机器学习 ⭐️", "机器学习 ⭐"),
    ("K Å", "k a"),
    ("\u{301}\u{302}", ""),
    ("\0", ""),
  ])
  func foldsTo(text: String, folded: String) {
    #expect(String(decoding: foldedBytes(text), as: UTF8.self).utf8.elementsEqual(folded.utf8))
  }

  @Test func keepsTheCaseWhereItIsAskedTo() {
    #expect(foldedBytes("Éa ＦＵＬＬ Ёж", keepingCase: true) == Array("Ea FULL Еж".utf8))
  }

  @Test func foldingIsIdempotent() {
    for number in UInt32(1)..<0x3_0000 {
      guard let scalar = Unicode.Scalar(number) else { continue }
      let once = foldedBytes(String(Character(scalar)))
      #expect(foldedBytes(String(decoding: once, as: UTF8.self)) == once, "U+\(number)")
    }
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0x61, 0x80, 0x62],
    ] as [[UInt8]])
  func invalidBytesBecomeReplacementCharacters(bytes: [UInt8]) {
    var folded: [UInt8] = []
    bytes.withUnsafeBytes { fold($0, keepingCase: false, into: &folded) }
    let expected = bytes.map { $0 < 0x80 ? String(Unicode.Scalar($0)) : "\u{FFFD}" }.joined()
    #expect(folded == Array(expected.utf8))
  }

  @Test(arguments: [
    ("TensorFlow", [6]), ("k8s", [1]), ("HTTPServer", []), ("log4j 2x", [3]), ("a-B", []),
    ("ÉcoleÉté", [5]),
  ])
  func findsHumps(text: String, humps: [Int]) {
    var column = FoldedColumnBuilder()
    withRawUTF8(of: text) { column.append($0, findingWords: true) }
    let found = column.withSlice(0) { slice in (0..<slice.count).filter { slice.isHump($0) } }
    #expect(found == humps)
  }

  /// ASCII text is looked at eight bytes at a step, other text letter by letter: both by one rule.
  @Test func findsBoundariesInTextsOfAnyLength() {
    var random = SeededGenerator(seed: 20)
    let letters = Array("aZ09 -_éß")
    var column = FoldedColumnBuilder()
    var texts: [[Character]] = []
    for _ in 0..<2_000 {
      let isASCII = Bool.random(using: &random)
      let some = isASCII ? Array(letters.dropLast(2)) : letters
      texts.append(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in
          some.randomElement(using: &random) ?? "a"
        })
      withRawUTF8(of: String(texts.last ?? [])) { column.append($0, findingWords: true) }
    }
    for (index, text) in texts.enumerated() {
      let found = column.withSlice(index) { slice in (0..<slice.count).filter { slice.isHump($0) } }
      #expect(found == humps(of: text), "\(String(text))")
    }
  }

  /// Where a capital is after a small letter, or a digit after a letter, in the folded text.
  private func humps(of text: [Character]) -> [Int] {
    var found: [Int] = []
    var offset = 0
    for (index, letter) in text.enumerated() {
      if index > 0 {
        let before = text[index - 1]
        let isHump =
          before.isLowercase && letter.isUppercase || before.isLetter && letter.isWholeNumber
        if isHump { found.append(offset) }
      }
      offset += letter == "ß" ? 2 : 1
    }
    return found
  }
}
