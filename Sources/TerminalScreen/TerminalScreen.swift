// TerminalScreen: sanitised text, cells, the canvas, display width and wrapping.
// Imports: Shortcodes.
// Start at: Text/SafeText.swift, then Canvas/Canvas.swift.
