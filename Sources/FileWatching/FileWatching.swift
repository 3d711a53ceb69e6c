// FileWatching: reports files that other programs change, by inotify.
// Imports: nothing.
// Start at: FileWatcher.swift.
