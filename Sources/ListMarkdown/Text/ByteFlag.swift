/// 1 for true, as a byte: sums and unions of flags are taken of many bytes in one step.
@inline(__always)
func flag(_ condition: Bool) -> UInt8 { condition ? 1 : 0 }
