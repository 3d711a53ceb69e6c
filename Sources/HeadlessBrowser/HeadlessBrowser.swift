// HeadlessBrowser: the browser without a terminal, for the screen tests and `awl debug dump`.
// Imports: Browser, BrowserViews, JSONLines, ListModel, ListSearch, TerminalEvents, TerminalScreen.
// Start at: Scenario.swift, which feeds keys to the reducer, handles effects and draws.
