// Settings: the table of settings, their types and the values in force.
// Imports: nothing.
// Start at: SettingTable+Entries.swift.
