// ConfigurationFile: reads config.toml into settings, keys, openers and issues; pure.
// Imports: Settings, Spelling.
// Start at: Configuration+Reading.swift; TOML/ is the parser.
