// CProcessor: instructions of the processor that Swift has no name for.
// Imports: nothing.
// Start at: CProcessor.h, which declares all of it.

#pragma once

// Asks for the cache line of an address, without waiting for it. Any address is allowed; one that
// cannot be read has no effect.
static inline void cprocessor_prefetch(const void *address) { __builtin_prefetch(address); }
