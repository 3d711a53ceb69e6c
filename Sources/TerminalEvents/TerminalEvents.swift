// TerminalEvents: keys, mouse, sizes, and the decoder of terminal input.
// Imports: nothing.
// Start at: Decoding/InputDecoder.swift.
