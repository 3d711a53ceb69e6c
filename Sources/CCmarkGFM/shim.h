#ifndef AWL_CCMARKGFM_SHIM_H
#define AWL_CCMARKGFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
// What a node is made of. The library's functions copy a node's text at each call.
#include <cmark-gfm/node.h>

#endif
