import UserFiles
import Testing

struct DirectoriesTests {
  @Test func theHomeDirectoryServesWhereNothingElseIsSaid() throws {
    let directories = try Directories(environment: ["HOME": "/home/u"], passwordHome: nil)
    #expect(directories.config == "/home/u/.config/awl")
    #expect(directories.data == "/home/u/.local/share/awl")
    #expect(directories.state == "/home/u/.local/state/awl")
    #expect(directories.cache == "/home/u/.cache/awl")
    #expect(directories.bookmarks == "/home/u/.local/share/awl/bookmarks.jsonl")
    #expect(directories.follows == "/home/u/.local/share/awl/follows.jsonl")
    #expect(directories.filterHistory == "/home/u/.local/state/awl/filter-history.jsonl")
    #expect(directories.savedFilters == "/home/u/.local/share/awl/filters.jsonl")
  }

  @Test func absoluteVariablesAreUsed() throws {
    let directories = try Directories(
      environment: [
        "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d/", "XDG_STATE_HOME": "/s",
        "XDG_CACHE_HOME": "/",
      ], passwordHome: nil)
    #expect(directories.config == "/c/awl")
    #expect(directories.data == "/d/awl")
    #expect(directories.state == "/s/awl")
    #expect(directories.cache == "/awl")
  }

  @Test(arguments: ["", "relative", "./x", "~/x"])
  func otherVariablesAreIgnored(value: String) throws {
    let directories = try Directories(
      environment: ["HOME": "/home/u", "XDG_DATA_HOME": value], passwordHome: nil)
    #expect(directories.data == "/home/u/.local/share/awl")
  }

  @Test(arguments: [nil, "", "relative"])
  func withoutAHomeTheUserDatabaseIsAsked(home: String?) throws {
    let directories = try Directories(
      environment: home.map { ["HOME": $0] } ?? [:], passwordHome: "/home/p")
    #expect(directories.data == "/home/p/.local/share/awl")
  }

  @Test func withoutAnyHomeTheWayOutIsReported() {
    #expect(throws: DirectoriesError.noHome("XDG_DATA_HOME")) {
      try Directories(environment: ["XDG_CONFIG_HOME": "/c"], passwordHome: "nowhere")
    }
    #expect(
      DirectoriesError.noHome("XDG_DATA_HOME").description
        == "no home directory is known: set HOME or XDG_DATA_HOME")
  }

  @Test func theProcessHasAnEnvironmentAndAHome() {
    #expect(processEnvironment()["PATH"] != nil)
    #expect(passwordHome()?.utf8.first == UInt8(ascii: "/"))
  }
}
