// LinkOpening: checks links, picks openers and starts them; runs commands of the user; copies text.
// Imports: nothing.
// Start at: SafeLink/SafeLink.swift is the check, Openers/LinkOpener.swift the rest.
