// TerminalScreen: sanitised text, cells, the canvas, display width and wrapping.
// Imports: Shortcodes.
// Start at: SafeText.swift, then Canvas.swift.
