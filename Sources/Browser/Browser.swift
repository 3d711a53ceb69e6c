// Browser: the reducer: state + event -> state + effects; commands and keys; pure.
// Imports: ListMarkdown, ListModel, ListSearch, PageLayout, Settings, Spelling,
//   TerminalEvents.
// Start at: State/BrowserState.swift, then Updates/BrowserState+Events.swift.
