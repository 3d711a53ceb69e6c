// CursesTerminal: the ncurses driver: keys in, canvas out, and restoring the terminal.
// Imports: CNcurses, CSignalGuard, TerminalEvents, TerminalScreen.
// Start at: Terminal.swift.
