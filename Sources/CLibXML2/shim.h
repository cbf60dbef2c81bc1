#ifndef FEEDSETTER_CLIBXML2_H
#define FEEDSETTER_CLIBXML2_H

#include <libxml/SAX2.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemastypes.h>

/* Swift can't call through xmlFree: it is a mutable global. */
static inline void feedsetter_xml_free(void *memory) { xmlFree(memory); }

/* How many bytes of the input the parser has passed. */
static inline long feedsetter_xml_offset(xmlParserCtxtPtr context) {
  xmlParserInputPtr input = context->input;
  return input ? (long)input->consumed + (long)(input->cur - input->base) : 0;
}

#endif
