import ArgumentParser
import Browser
import Glibc
import UserFiles
import Settings

/// `awl doctor`: checks everything that awl depends on.
struct RunDoctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the terminal, programs and files that awl uses.",
    discussion: """
      Each check is ok, a problem with what to do about it, or skipped if it does not apply. \
      Nothing is changed, and nothing is sent anywhere: the terminal is asked how wide it draws \
      some characters, if standard input and output are a terminal.

        awl doctor
        awl doctor --json | jq -r 'select(.status == "problem") | .fix'

      Exit codes: 0 no problem, 1 a problem.
      """)

  @Flag(help: "Print JSON Lines: check, status, found, and for a problem fix.")
  var json = false

  func run() throws {
    let findings = Self.findings(environment: processEnvironment())
    for finding in findings {
      if json {
        awl.print(finding.json, to: STDOUT_FILENO)
      } else {
        awl.print(finding.text, to: STDOUT_FILENO)
      }
    }
    let problems = findings.count { $0.state == .problem }
    if !json {
      let summary =
        problems == 0
        ? "\nno problems\n" : "\n\(problems) \(problems == 1 ? "problem" : "problems")\n"
      awl.print(summary, to: STDOUT_FILENO)
    }
    if problems > 0 { throw Failure(.nothingMatched, "") }
  }

  private static func findings(environment: [String: String]) -> [Finding] {
    var findings: [Finding] = []
    do throws(DirectoriesError) {
      let directories = try Directories(environment: environment, passwordHome: passwordHome())
      let configuration = LoadedConfiguration.load(directories)
      let settings = configuration.preferences.settings
      findings +=
        TerminalChecks(
          environment: environment, ambiguousColumns: settings.number(.ambiguousWidth)
        ).findings
      findings +=
        LinkChecks(
          environment: environment, copyWith: settings.word(.copyWith),
          configured: configuration.openers, commands: configuration.commands
        ).findings
      findings += ProgramChecks(environment: environment, directories: directories).findings
      findings += FileChecks(directories: directories).findings
    } catch {
      findings += TerminalChecks(environment: environment).findings
      findings += LinkChecks(environment: environment).findings
      findings += ProgramChecks(environment: environment, directories: nil).findings
      findings.append(.problem("folders", error.description))
    }
    return findings
  }
}
