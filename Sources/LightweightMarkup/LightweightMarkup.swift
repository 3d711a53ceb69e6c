// LightweightMarkup: Org, reStructuredText and AsciiDoc -> Markdown; which language a text is in.
// Imports: nothing.
// Start at: Markdown/MarkupTranslation.swift; each language has a folder with its reader.
