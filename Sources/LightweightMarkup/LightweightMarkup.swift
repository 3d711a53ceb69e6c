// LightweightMarkup: Org, reStructuredText and AsciiDoc -> Markdown; detects a text's language.
// Imports: nothing. Start at: Markdown/MarkupTranslation.swift; each language has a folder with its
// reader.
