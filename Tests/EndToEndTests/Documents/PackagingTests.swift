import TestSupport
import Testing

/// The files for package managers; .ci/standalone makes, installs and removes the packages.
struct PackagingTests {
  private let folder = projectFile("Tests/Tools/packaging")

  /// The files that a release fills in.
  private static let templates = ["awl.rb", "PKGBUILD", "metainfo.xml", "copyright-head"]

  /// The contents of a file in a release.
  private func filled(_ file: String, in folder: String? = nil) throws -> String {
    let folder = folder ?? self.folder
    let version = "$($awl --version | cut -d ' ' -f 2)"
    return try AwlHome().output(
      "\(folder)/fill \"\(version)\" 2026-11-30 0123abcd < \(folder)/\(file)")
  }

  @Test func theFormulaAndThePKGBUILDHaveTheVersionOfTheProgram() throws {
    let version = try AwlHome().output("$awl --version").split(separator: "\n")[0].dropFirst(4)
    let formula = try filled("awl.rb")
    #expect(formula.contains("version \"\(version)\"\n"))
    #expect(formula.contains("awl-\(version)-linux-"))
    #expect(formula.contains("sha256 \"0123abcd\"\n"))
    #expect(try filled("PKGBUILD").contains("pkgver=\(version)\n"))
  }

  /// A release sets the URL in one line, and nothing is left of the previous one.
  @Test(arguments: [
    ("https://github.com/someone/awl", "io.github.someone.awl"),
    ("https://awl.example.net", "net.example.awl.awl"),
  ])
  func theAddressIsOnOneLine(url: String, id: String) throws {
    let home = try AwlHome()
    _ = try home.output("/bin/cp -r \(folder) $HOME/packaging")
    let lines = text(home.folder("packaging/project")).split(separator: "\n")
    #expect(lines.count == 2)
    _ = try home.file("packaging/project", "\(url)\nSomeone <someone@example.com>\n")
    for file in Self.templates {
      let text = try filled(file, in: home.folder("packaging"))
      #expect(text.hasSuffix("status 0\n") && text.contains(url), "\(file)")
      #expect(!text.contains("example.org"), "\(file)")
      #expect(!text.contains { $0 == "@" } || file == "PKGBUILD", "\(file)")
      if file == "metainfo.xml" { #expect(text.contains("<id>\(id)</id>")) }
      guard file == "PKGBUILD" else { continue }
      #expect(text.contains("Maintainer: Someone <someone@example.com>\n"))
    }
    let address = String(lines[0])
    for file in names(in: folder) where file != "project" {
      #expect(!text(folder + "/" + file).contains(address), "\(file)")
    }
  }

  @Test(arguments: [
    ("bash", "-n", "PKGBUILD"), ("bash", "-n", "make"), ("bash", "-n", "try"),
    ("bash", "-n", "fill"), ("ruby", "-c", "awl.rb"),
    ("desktop-file-validate", "--no-hints", "awl.desktop"),
  ])
  func theSyntaxIsRight(program: String, option: String, file: String) throws {
    guard let path = systemProgram(program) else {
      print("skipped: \(file) needs \(program)")
      return
    }
    let output = try AwlHome().output("\(path) \(option) \(folder)/\(file) 2>&1")
    #expect(output.hasSuffix("status 0\n"), "\(output)")
  }

  /// What makepkg sources: the fields that it demands, and a function that packages.
  @Test func thePKGBUILDSetsWhatMakepkgDemands() throws {
    let home = try AwlHome()
    let package = try home.file("PKGBUILD", filled("PKGBUILD").replacing("status 0\n", with: ""))
    let output = try home.output(
      """
      /bin/bash -euc '. \(package)
      echo "$pkgname $pkgrel ${arch[*]} ${license[*]}"
      echo "${source_x86_64[0]}"
      [ ${#source_x86_64[@]} = ${#sha256sums_x86_64[@]} ] && declare -F package'
      """)
    #expect(output.contains("awl-bin 1 x86_64 aarch64 MIT\n"), "\(output)")
    #expect(output.hasSuffix("package\nstatus 0\n"), "\(output)")
  }
}
