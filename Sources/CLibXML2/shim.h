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

/* Complaints about an encoding that nobody listens to: the caller sees what comes of it. */
static inline void feedsetter_xml_ignore(void *data, xmlErrorPtr error) { (void)data, (void)error; }

/* The handler of the encoding called `name`; NULL where there is none. Says nothing. */
static inline xmlCharEncodingHandlerPtr feedsetter_xml_encoding(const char *name) {
  void *data = xmlStructuredErrorContext;
  xmlStructuredErrorFunc function = xmlStructuredError;
  xmlSetStructuredErrorFunc(NULL, feedsetter_xml_ignore);
  xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(name);
  xmlSetStructuredErrorFunc(data, function);
  return handler;
}

/* Turns bytes at the start of `in` into UTF-8 at the end of `out`, as many as will. Says nothing. */
static inline void feedsetter_xml_decode(
    xmlCharEncodingHandlerPtr handler, xmlBufferPtr out, xmlBufferPtr in) {
  void *data = xmlStructuredErrorContext;
  xmlStructuredErrorFunc function = xmlStructuredError;
  xmlSetStructuredErrorFunc(NULL, feedsetter_xml_ignore);
  (void)xmlCharEncInFunc(handler, out, in);
  xmlSetStructuredErrorFunc(data, function);
}

#endif
