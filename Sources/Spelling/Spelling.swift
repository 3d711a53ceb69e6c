// Spelling: which of some names a misspelt word was meant to be.
// Imports: nothing.
// Start at: NearestName.swift; EditDistance.swift is the measure.
