// BrowserSessions: session.json: where the screen was left, and is restored to.
// Imports: Browser, JSONLines, ListModel, ListSearch, UserFiles.
// Start at: SessionFile.swift.
