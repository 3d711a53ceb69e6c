// ICU's data, left empty. Foundation, which GRDB imports, links 34 MB of locale data that awl never
// opens. A definition of its symbol in the program keeps the linker from taking the archive's.
// Only Tests/Tools/release builds this; with shared libraries the data costs nothing.
