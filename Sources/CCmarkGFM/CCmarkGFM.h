// CCmarkGFM: the cmark-gfm parser with its extensions, and the fields of its nodes
// and parsers.
// Imports: cmark-gfm, cmark-gfm-extensions.
// Start at: CCmarkGFM.h; the module map says which archives are linked.

#ifndef AWL_CCMARKGFM_H
#define AWL_CCMARKGFM_H

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
// What a node is made of. The library's functions copy a node's text at each call.
#include <cmark-gfm/node.h>
// The number of the first line can only be set in the parser.
#include <cmark-gfm/parser.h>

#endif
