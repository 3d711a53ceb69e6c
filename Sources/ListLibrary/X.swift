import GRDB
func x() throws { _ = try DatabaseQueue() }
