// ListHistory: follows a list through the versions of its README and dates each entry; pure.
// Imports: LightweightMarkup, ListMarkdown, ListModel.
// Start at: HistoryTracker.swift, then Tracking/RecordTable.swift.
