// ListMarkdown: reads track pages and READMEs into lists and entries, and repairs their text.
// Imports: CCmarkGFM, CTreeMemory, LightweightMarkup, ListModel, Shortcodes.
// Start at: Pages/PageReader.swift; Markdown/ scans, Entries/ makes entries, Document/ displays.
