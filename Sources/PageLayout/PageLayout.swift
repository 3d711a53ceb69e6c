// PageLayout: lays out a page as lines of styled, sanitised text at a width; pure.
// Imports: ListMarkdown, Shortcodes, TerminalScreen.
// Start at: LaidOutPage.swift.
