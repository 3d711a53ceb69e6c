// GitProcess: runs git, and is the only module that does. Imports: CLinux, CProcessStart. Start at:
// Running/Git.swift for the process, Repository/Repository.swift for reading.
