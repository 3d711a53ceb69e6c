import Glibc
import TestSupport
import Testing

/// `E`: a note in the user's own editor.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct NoteEditorTests {
  /// A home whose first entry is bookmarked with a note, and a script for an editor.
  private func home(note: String, editor: String) throws -> (AwlHome, [String: String]) {
    let home = try AwlHome()
    _ = try home.output("mkdir -p -m 700 ~/run ~/.local/share/awl")
    let line = #"{"url":"https://aimstack.io","title":"Aim","note":"\#(note)","added":5}"#
    _ = try home.file(
      ".local/share/awl/bookmarks.jsonl",
      #"{"format":"awl-bookmarks","version":1}"# + "\n" + line + "\n")
    let script = try home.program("my editor", "#!/bin/sh\n" + editor)
    return (home, ["XDG_RUNTIME_DIR": home.folder("run"), "VISUAL": "'\(script)' -x"])
  }

  @Test func theNoteIsWhatTheEditorLeavesAndTheFileIsPrivateAndGone() throws {
    let (home, variables) = try home(
      note: "first\\nsecond",
      editor: """
        [ "$1" = -x ] || exit 3
        ls -l "$2" | cut -c1-10 > ~/mode; ls -ld "$(dirname "$2")" | cut -c1-10 >> ~/mode
        echo "$2" > ~/path; cat "$2" > ~/before; touch "$2~"
        printf 'one\\r\\n\\ttwo é\\n\\n' > "$2"
        """)
    let session = try home.screen(environment: variables)
    session.press("E")
    #expect(session.wait(forText: "saved: note"), "\(session.screen)")
    #expect(text(home.folder("mode")) == "-rw-------\ndrwx------\n")
    #expect(text(home.folder("before")) == "first\nsecond\n")
    #expect(text(home.folder("path")).hasPrefix(home.folder("run/awl-")))
    #expect(names(in: home.folder("run")).isEmpty)
    #expect(home.bookmarkLines.last?.contains(#""note":"one\n\ttwo é""#) == true)
    #expect(session.screen.contains { $0.contains("Note      one") })
    session.press("u")
    #expect(session.wait(forText: "saved: undone"))
    #expect(home.bookmarkLines.last?.contains(#""note":"first\nsecond""#) == true)
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
  }

  @Test(arguments: ["echo lost > \"$2\"; exit 1", "echo lost > \"$2\"; kill -TERM $$"])
  func aNoteIsSavedOnlyIfTheEditorSucceeds(editor: String) throws {
    let (home, variables) = try home(note: "kept", editor: editor)
    let session = try home.screen(environment: variables)
    session.press("E")
    #expect(session.wait(forText: "note unchanged"), "\(session.screen)")
    #expect(home.bookmarkLines.last?.contains(#""note":"kept""#) == true)
    #expect(names(in: home.folder("run")).isEmpty)
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
  }

  @Test func aSignalWhileTheEditorRunsLeavesNoFile() throws {
    let (home, variables) = try home(
      note: "kept", editor: "echo $PPID > ~/pid; kill -TERM $PPID; sleep 0.5; exit 1")
    let session = try home.screen(environment: variables)
    session.press("E")
    #expect(session.wait(forText: "status 143"), "\(session.screen)")
    #expect(names(in: home.folder("run")).isEmpty)
    #expect(home.bookmarkLines.last?.contains(#""note":"kept""#) == true)
  }

  @Test func changesOfAnotherWindowAreKept() throws {
    let (home, variables) = try home(
      note: "base",
      editor: """
        sed -i 's/"note":"base"/"note":"base\\\\ntheirs"/' ~/.local/share/awl/bookmarks.jsonl
        echo mine >> "$2"
        """)
    let session = try home.screen(environment: variables)
    session.press("E")
    #expect(session.wait(forText: "saved: note"), "\(session.screen)")
    #expect(home.bookmarkLines.last?.contains(#""note":"base\ntheirs\nmine""#) == true)
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
  }

  @Test(arguments: ["no-such-editor", "'unclosed", "./relative"])
  func anEditorThatIsNotThereIsReported(value: String) throws {
    let (home, _) = try home(note: "kept", editor: "")
    let session = try home.screen(environment: ["VISUAL": value])
    session.press("E")
    #expect(session.wait(forText: "VISUAL"), "\(session.screen)")
    session.press("Q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
  }
}
