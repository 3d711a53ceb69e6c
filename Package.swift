// swift-tools-version: 6.2

import PackageDescription

/// Every Swift target is built the same way: Swift 6 mode, the upcoming
/// features that are decided, and no warning let through.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: settings)
}

func tool(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: "Tests/Tools/" + name, swiftSettings: settings)
}

func benchmark(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: "Tests/Benchmarks/" + name,
    swiftSettings: settings)
}

let package = Package(
  name: "awl",
  products: [
    .executable(name: "awl", targets: ["awl"]),
    .library(name: "ListModel", targets: ["ListModel", "ListMarkdown", "ListSearch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The archives rather than the shared libraries are linked, so that one
    // relocated binary runs on a machine that has neither.
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CCmarkGFM"),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CProcessor"),

    module("ListModel", ["CProcessor"]),
    module("Shortcodes"),
    module("Spelling"),
    module("ListSearch", ["CLinux", "CProcessor", "ListModel", "Shortcodes", "Spelling"]),
    module("LightweightMarkup"),
    module(
      "ListMarkdown", ["ListModel", "LightweightMarkup", "Shortcodes", "CCmarkGFM", "CTreeMemory"]),
    module("ListHistory", ["ListModel", "ListMarkdown", "LightweightMarkup"]),
    module("ListPublishing", ["ListModel", "JSONLines"]),
    module("PublicationFolder", ["ListModel", "ListPublishing", "JSONLines"]),
    module("GitProcess", ["CLinux", "CProcessStart"]),
    module("JSONLines"),
    module("UserFiles", ["ListModel", "JSONLines"]),
    module(
      "ListLibrary",
      [
        "CLinux", "ListModel", "ListSearch", "LightweightMarkup", "ListMarkdown", "ListHistory",
        "GitProcess", "UserFiles", "JSONLines", "SQLiteDatabase",
      ]),
    module("SQLiteDatabase", ["CSQLite"]),
    module("FileWatching"),
    module("LinkOpening"),
    module("Settings"),
    module("ConfigurationFile", ["Settings", "Spelling"]),
    module("TerminalEvents"),
    module("TerminalScreen", ["Shortcodes"]),
    module("PageLayout", ["ListMarkdown", "Shortcodes", "TerminalScreen"]),
    module(
      "Browser",
      [
        "ListMarkdown", "ListModel", "ListSearch", "PageLayout", "Settings", "Spelling",
        "TerminalEvents",
      ]),
    module(
      "BrowserViews",
      [
        "Browser", "LinkOpening", "ListMarkdown", "ListModel", "ListSearch", "PageLayout",
        "Settings",
        "TerminalEvents", "TerminalScreen",
      ]),
    module(
      "HeadlessBrowser",
      [
        "Browser", "BrowserViews", "JSONLines", "ListModel", "ListSearch", "TerminalEvents",
        "TerminalScreen",
      ]),
    module("BrowserSessions", ["Browser", "JSONLines", "ListModel", "ListSearch", "UserFiles"]),
    .target(name: "CSignalGuard"),
    .target(name: "CProcessStart"),
    .target(name: "CTreeMemory"),
    // libxml2's headers lie in a folder of their own, on every Debian in the same one. It is linked
    // as an archive, as the others are.
    .target(
      name: "CMarkupReader", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])],
      linkerSettings: [
        .linkedLibrary(":libxml2.a"), .linkedLibrary(":libz.a"),
      ]),
    module("BukuDatabase", ["BookmarkFormats", "ListModel", "SQLiteDatabase"]),
    module(
      "BookmarkFormats", ["CCmarkGFM", "CMarkupReader", "JSONLines", "ListModel", "UserFiles"]),
    module("CursesTerminal", ["CNcurses", "CSignalGuard", "TerminalScreen", "TerminalEvents"]),
    .target(
      name: "BuiltInList", path: "Resources",
      sources: ["BuiltInList.swift", "BuiltInPresets.swift"],
      resources: [
        .embedInCode("awesome-seml.md"), .embedInCode("awesome-seml-readme.md"),
        .embedInCode("awl-tutorial.md"), .embedInCode("date-names.txt"),
        .embedInCode("keys/newsboat.toml"), .embedInCode("keys/tig.toml"),
        .embedInCode("keys/emacs.toml"), .embedInCode("keys/less.toml"),
        .embedInCode("themes/catppuccin-latte.toml"),
        .embedInCode("themes/catppuccin-mocha.toml"),
        .embedInCode("themes/dracula.toml"),
        .embedInCode("themes/gruvbox-dark.toml"),
        .embedInCode("themes/gruvbox-light.toml"),
        .embedInCode("themes/nord.toml"),
        .embedInCode("themes/one-dark.toml"),
        .embedInCode("themes/one-light.toml"),
        .embedInCode("themes/rose-pine-dawn.toml"),
        .embedInCode("themes/rose-pine.toml"),
        .embedInCode("themes/solarized-dark.toml"),
        .embedInCode("themes/solarized-light.toml"),
        .embedInCode("themes/tokyo-night-day.toml"),
        .embedInCode("themes/tokyo-night.toml"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "awl",
      dependencies: [
        "ListModel", "ListSearch", "ListMarkdown", "ListHistory", "ListLibrary", "ListPublishing",
        "PublicationFolder",
        "JSONLines",
        "UserFiles",
        "FileWatching",
        "LinkOpening", "BookmarkFormats", "BukuDatabase", "Settings", "ConfigurationFile",
        "Spelling",
        "TerminalEvents",
        "TerminalScreen", "PageLayout", "Browser", "BrowserSessions", "BrowserViews",
        "CursesTerminal", "HeadlessBrowser",
        "BuiltInList",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Programs that the tests run or that make what the tests are checked against.
    tool("width-table", ["CNcurses"]),
    tool("terminal-probe", ["CursesTerminal", "TerminalScreen", "TerminalEvents"]),
    tool("file-writer", ["UserFiles", "ListModel"]),
    tool("library-syncer", ["ListLibrary", "UserFiles"]),
    tool("make-history", []),

    .target(
      name: "BrowserScenario",
      dependencies: [
        "Browser", "HeadlessBrowser", "ListMarkdown", "ListModel", "PageLayout", "TerminalEvents",
      ],
      path: "Tests/BrowserScenario", swiftSettings: settings),
    // Benchmarks; docs/performance.md tells how to run them.
    benchmark("benchmark-pages", ["CCmarkGFM", "HostilePages", "ListMarkdown", "PageLayout"]),
    benchmark("benchmark-library", ["ListLibrary", "UserFiles", "ListModel", "CCmarkGFM"]),
    benchmark("benchmark-history", ["GitProcess", "ListHistory", "ListModel"]),
    .target(name: "CFilterKernel", path: "Tests/Benchmarks/CFilterKernel"),
    benchmark("benchmark-filter", ["CFilterKernel", "ListMarkdown", "ListModel", "ListSearch"]),
    benchmark("bookmark-saves", ["UserFiles", "ListModel"]),

    .target(name: "HostilePages", path: "Tests/HostilePages", swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("ListModel", ["ListModel"]),
    tests("Shortcodes", ["Shortcodes"]),
    tests("Spelling", ["Spelling"]),
    tests("ListSearch", ["ListSearch", "ListModel", "ListMarkdown"]),
    tests("LightweightMarkup", ["LightweightMarkup"]),
    tests("ListMarkdown", ["HostilePages", "ListMarkdown", "ListModel"]),
    tests("ListHistory", ["ListHistory", "ListMarkdown", "ListModel", "GitProcess"]),
    tests(
      "ListPublishing",
      ["HostilePages", "ListPublishing", "ListModel", "ListMarkdown", "PublicationFolder"]),
    tests("GitProcess", ["GitProcess"]),
    tests("JSONLines", ["JSONLines"]),
    tests("UserFiles", ["UserFiles", "ListModel", "JSONLines", "file-writer"]),
    tests(
      "ListLibrary",
      ["ListLibrary", "ListMarkdown", "ListModel", "ListSearch", "UserFiles", "library-syncer"]),
    tests("BookmarkFormats", ["BookmarkFormats", "ListModel"]),
    tests("FileWatching", ["FileWatching"]),
    tests("LinkOpening", ["LinkOpening"]),
    tests("ConfigurationFile", ["BuiltInList", "ConfigurationFile", "Settings"]),
    tests("TerminalEvents", ["TerminalEvents"]),
    tests("TerminalScreen", ["TerminalScreen", "CNcurses"]),
    tests(
      "CursesTerminal",
      ["CursesTerminal", "TerminalScreen", "TerminalEvents", "terminal-probe"]),
    tests(
      "PageLayout",
      ["HostilePages", "PageLayout", "ListMarkdown", "ListModel", "TerminalScreen"],
      exclude: ["Pages"]),
    tests(
      "Browser",
      [
        "BrowserScenario", "Browser", "BuiltInList", "HeadlessBrowser", "ListMarkdown",
        "ListModel", "ListSearch", "PageLayout", "Settings", "TerminalEvents",
      ]),
    tests(
      "BrowserViews",
      [
        "BrowserScenario", "BrowserViews", "Browser", "BuiltInList", "ConfigurationFile",
        "HeadlessBrowser", "ListMarkdown", "ListModel", "ListSearch", "Settings",
        "TerminalScreen", "TerminalEvents",
      ], exclude: ["Screens"]),
    tests(
      "BrowserSessions",
      [
        "BrowserScenario", "BrowserSessions", "Browser", "HeadlessBrowser", "ListModel",
        "ListSearch", "UserFiles",
      ]),
    tests("HeadlessBrowser", ["HeadlessBrowser", "TerminalEvents"]),
    tests("EndToEnd", ["HostilePages", "awl"], exclude: ["Fixtures"]),
  ]
)

// The fuzzer needs a sanitizer that only .ci/fuzz builds with.
if Context.environment["FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "LinkOpening", "ListMarkdown", "ListModel", "UserFiles", "TerminalEvents",
        "TerminalScreen",
      ],
      path: "Tests/Fuzz", exclude: ["Corpus"], swiftSettings: settings))
}
