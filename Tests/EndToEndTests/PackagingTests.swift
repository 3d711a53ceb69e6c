import TestSupport
import Testing

/// The files for package managers; .ci/standalone makes, installs and removes the packages.
struct PackagingTests {
  private let folder = projectFile("Tests/Tools/packaging")

  @Test func theFormulaAndThePKGBUILDHaveTheVersionOfTheProgram() throws {
    let version = try AwlHome().output("$awl --version").split(separator: "\n")[0].dropFirst(4)
    let formula = text(folder + "/awl.rb")
    #expect(formula.contains("version \"\(version)\"\n"))
    #expect(formula.contains("awl-\(version)-linux-"))
    #expect(text(folder + "/PKGBUILD").contains("pkgver=\(version)\n"))
  }

  @Test func everyFileNamesTheSameAddress() {
    let url = text(folder + "/source-url").split(separator: "\n")[0]
    for name in ["awl.rb", "PKGBUILD"] { #expect(text(folder + "/" + name).contains(url)) }
  }

  @Test(arguments: [
    ("bash", "-n", "PKGBUILD"), ("bash", "-n", "make"), ("bash", "-n", "try"),
    ("ruby", "-c", "awl.rb"), ("desktop-file-validate", "--no-hints", "awl.desktop"),
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
    let output = try AwlHome().output(
      """
      /bin/bash -euc '. \(folder)/PKGBUILD
      echo "$pkgname $pkgrel ${arch[*]} ${license[*]}"
      echo "${source_x86_64[0]}"
      [ ${#source_x86_64[@]} = ${#sha256sums_x86_64[@]} ] && declare -F package'
      """)
    #expect(output.contains("awl-bin 1 x86_64 aarch64 MIT\n"), "\(output)")
    #expect(output.hasSuffix("package\nstatus 0\n"), "\(output)")
  }
}
