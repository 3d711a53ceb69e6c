// JSONLines: reads and writes JSON Lines without Foundation.
// Imports: nothing.
// Start at: JSONScanner.swift and JSONWriter.swift.
