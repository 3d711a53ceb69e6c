// BrowserViews: draws the browser's state into a canvas, a view a file; pure.
// Imports: Browser, LinkOpening, ListMarkdown, ListModel, ListSearch, PageLayout, Settings,
//   TerminalEvents, TerminalScreen.
// Start at: ScreenView.swift.
