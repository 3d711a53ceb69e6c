// libxml2 has one object file per topic, and its parser refers to topics that awl never uses:
// schemas, XPath, catalogs, the validation of content models, and opening files, also over HTTP and
// FTP. Linked in, they would make the program 0.8 MB larger. These stubs replace the functions that
// the parser refers to, so the archive's own are not linked: reading them never finds anything.
//
// They are weak: if another version of libxml2 needs such an object file after all, its functions
// take precedence. Not its headers, whose declarations differ between versions, but the calls
// decide which arguments there are; none is read.

#include <stddef.h>

#define UNUSED_PART __attribute__((weak))

// Schemas and XPath: tables that the parser sets up or frees.

UNUSED_PART void xmlRelaxNGCleanupTypes(void) {}
UNUSED_PART void xmlSchemaCleanupTypes(void) {}
UNUSED_PART void xmlXPathInit(void) {}

// Catalogs: none allowed, and no name found.

UNUSED_PART int xmlCatalogGetDefaults(void) { return 0; }
UNUSED_PART void xmlCatalogCleanup(void) {}
UNUSED_PART void *xmlCatalogAddLocal(void) { return NULL; }
UNUSED_PART void xmlCatalogFreeLocal(void) {}
UNUSED_PART void *xmlCatalogLocalResolve(void) { return NULL; }
UNUSED_PART void *xmlCatalogLocalResolveURI(void) { return NULL; }
UNUSED_PART void *xmlCatalogResolve(void) { return NULL; }
UNUSED_PART void *xmlCatalogResolveURI(void) { return NULL; }

// Content models: there is no memory for them.

UNUSED_PART void *xmlNewAutomata(void) { return NULL; }
UNUSED_PART void xmlFreeAutomata(void) {}
UNUSED_PART void *xmlAutomataCompile(void) { return NULL; }
UNUSED_PART void *xmlAutomataGetInitState(void) { return NULL; }
UNUSED_PART int xmlAutomataSetFinalState(void) { return -1; }
UNUSED_PART void *xmlAutomataNewState(void) { return NULL; }
UNUSED_PART void *xmlAutomataNewTransition(void) { return NULL; }
UNUSED_PART void *xmlAutomataNewEpsilon(void) { return NULL; }
UNUSED_PART int xmlRegexpIsDeterminist(void) { return -1; }
UNUSED_PART void xmlRegFreeRegexp(void) {}
UNUSED_PART void *xmlRegNewExecCtxt(void) { return NULL; }
UNUSED_PART void xmlRegFreeExecCtxt(void) {}
UNUSED_PART int xmlRegExecPushString(void) { return -1; }

// Files: none can be opened.

UNUSED_PART void *xmlNanoHTTPOpen(void) { return NULL; }
UNUSED_PART void *xmlNanoHTTPMethod(void) { return NULL; }
UNUSED_PART int xmlNanoHTTPRead(void) { return -1; }
UNUSED_PART void xmlNanoHTTPClose(void) {}
UNUSED_PART int xmlNanoHTTPReturnCode(void) { return -1; }
UNUSED_PART const char *xmlNanoHTTPEncoding(void) { return NULL; }
UNUSED_PART const char *xmlNanoHTTPMimeType(void) { return NULL; }
UNUSED_PART const char *xmlNanoHTTPRedir(void) { return NULL; }
UNUSED_PART void *xmlNanoFTPOpen(void) { return NULL; }
UNUSED_PART int xmlNanoFTPRead(void) { return -1; }
UNUSED_PART int xmlNanoFTPClose(void) { return -1; }
UNUSED_PART void *__libxml2_xzopen(void) { return NULL; }
UNUSED_PART void *__libxml2_xzdopen(void) { return NULL; }
UNUSED_PART int __libxml2_xzread(void) { return -1; }
UNUSED_PART int __libxml2_xzclose(void) { return -1; }
UNUSED_PART int __libxml2_xzcompressed(void) { return 0; }
