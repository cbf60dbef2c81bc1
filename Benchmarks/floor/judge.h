// Whether documents are what they should be.
#pragma once
#include "bytes.h"
#include <libxml/parser.h>
#include <libxml/relaxng.h>

static void ignore(void *unused, xmlErrorPtr error) { (void)unused, (void)error; }

static int is_well_formed(const Bytes *b) {
  static xmlSAXHandler nothing = { .initialized = XML_SAX2_MAGIC };
  return xmlSAXUserParseMemory(&nothing, NULL, b->at, (int)b->count) == 0;
}

static int is_valid(const Bytes *b, xmlRelaxNGPtr schema) {
  xmlDocPtr document = xmlReadMemory(b->at, (int)b->count, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);
  if (!document) return 0;
  xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt(schema);
  xmlRelaxNGSetValidStructuredErrors(context, ignore, NULL);
  int verdict = xmlRelaxNGValidateDoc(context, document);
  xmlRelaxNGFreeValidCtxt(context);
  xmlFreeDoc(document);
  return verdict == 0;
}

static const char *past_space(const char *p) { return p + strspn(p, " \n\t\r"); }

// Each of these gives what is behind a value, and NULL where there is none. A zero byte ends the text.
static const char *past_string(const char *p) {
  if (*p++ != '"') return NULL;
  for (;;) {
    unsigned char c = (unsigned char)*p;
    if (c == '"') return p + 1;
    if (c < 0x20) return NULL;
    if (c == '\\' && p[1] == 'u') { if (strspn(p + 2, "0123456789abcdefABCDEF") < 4) return NULL; p += 6; }
    else if (c == '\\') { if (!p[1] || !strchr("\"\\/bfnrt", p[1])) return NULL; p += 2; }
    else if (c < 0x80) p++;
    else {
      int more = c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 0;
      unsigned char second = (unsigned char)p[1];
      if (!more || (c == 0xE0 && second < 0xA0) || (c == 0xED && second > 0x9F) ||
          (c == 0xF0 && second < 0x90) || (c == 0xF4 && second > 0x8F)) return NULL;
      while (more--) if (((unsigned char)*++p & 0xC0) != 0x80) return NULL;
      p++;
    }
  }
}

static const char *past_value(const char *p) {
  p = past_space(p);
  if (*p == '"') return past_string(p);
  if (*p == '{' || *p == '[') {
    int is_object = *p == '{', end = is_object ? '}' : ']';
    p = past_space(p + 1);
    if (*p == end) return p + 1;
    for (;; p++) {
      if (is_object && (!(p = past_string(past_space(p))) || *(p = past_space(p)) != ':')) return NULL;
      if (!(p = past_value(is_object ? p + 1 : p))) return NULL;
      p = past_space(p);
      if (*p == end) return p + 1;
      if (*p != ',') return NULL;
    }
  }
  for (const char **word = (const char *[]){ "true", "false", "null", NULL }; *word; word++)
    if (!strncmp(p, *word, strlen(*word))) return p + strlen(*word);
  size_t digits = strspn(p, "+-.0123456789eE");
  return digits ? p + digits : NULL;
}

static int is_json(Bytes *b) {
  put(b, "", 1), b->count--;
  const char *end = past_value(b->at);
  return end && *(end = past_space(end)) == 0 && end == b->at + b->count;
}
