// PublicationFolder: writes a publication into a folder, only the files that differ.
// Imports: JSONLines, ListModel, ListPublishing.
// Start at: FolderPublisher.swift.
