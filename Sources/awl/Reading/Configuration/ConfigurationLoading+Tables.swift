import Browser
import ConfigurationFile
import LinkOpening
import ListModel
import ListSearch
import UserFiles

extension LoadedConfiguration {
  /// Applies the openers; invalid ones are reported.
  mutating func takeOpeners(_ configuration: inout Configuration) {
    for line in configuration.openers {
      if let query = line.query, let fault = fault(in: query) {
        configuration.add(ConfigurationIssue(line.place, fault))
        continue
      }
      do throws(OpenerError) {
        openers.append(try Opener(line))
      } catch {
        configuration.add(ConfigurationIssue(line.place, "\(error)"))
      }
    }
  }

  /// Applies the custom commands; invalid ones are reported.
  mutating func takeCommands(_ configuration: inout Configuration) {
    for definition in configuration.commands {
      let name = definition.name
      guard CustomCommand.isName(name) else {
        let rule = "it begins with a letter, and has letters, digits and - only"
        configuration.add(
          ConfigurationIssue(definition.place, "\(name) cannot name a command: \(rule)"))
        continue
      }
      do throws(CommandTemplateError) {
        let template = try CommandTemplate(words: definition.run)
        commands[name] = template
        preferences.customCommands.append(
          CustomCommand(
            name: name, help: definition.help,
            mode: CustomCommand.Mode(rawValue: definition.mode) ?? .silent,
            isForEachEntry: template.isForEachEntry, needsLink: template.needsLink))
      } catch {
        configuration.add(ConfigurationIssue(definition.place, "\(error)"))
      }
    }
  }

  /// Applies the style rules; a query that cannot be parsed is reported.
  mutating func takeRules(_ configuration: inout Configuration) {
    for line in configuration.rules {
      if let fault = fault(in: line.query) {
        configuration.add(ConfigurationIssue(line.place, fault))
        continue
      }
      preferences.rules.append(
        RowRule(
          query: Query.parse(line.query, today: Day.today()), foreground: line.foreground,
          background: line.background, attributes: line.attributes))
    }
  }

  /// Returns the error of a query; nil if it is valid.
  private func fault(in query: String) -> String? {
    let parsed = Query.parse(query, today: Day.today())
    if let error = parsed.error {
      return "\(query): \(error.message)" + (error.suggestion.map { ": \($0)" } ?? "")
    }
    return parsed.isEmpty ? "an empty query matches every entry" : nil
  }
}

extension Opener {
  fileprivate init(_ line: OpenerLine) throws(OpenerError) {
    try self.init(
      words: line.run, isInTerminal: line.terminal,
      rule: LinkRule(hosts: line.hosts, schemes: line.schemes, extensions: line.extensions),
      name: line.name, asks: line.ask, query: line.query)
  }
}
