// BrowserSessions: session.json: the position at which the screen was left and is restored.
// Imports: Browser, JSONLines, ListModel, ListSearch, UserFiles.
// Start at: SessionFile.swift.
