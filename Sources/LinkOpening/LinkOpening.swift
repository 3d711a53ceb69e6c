// LinkOpening: checks links, picks openers and starts them; runs custom commands; copies text.
// Imports: nothing. Start at: SafeLink/SafeLink.swift for the check, Openers/LinkOpener.swift for
// the rest.
