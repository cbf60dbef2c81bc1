// Bytes that grow, and text escaped for XML and for JSON.
#pragma once
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STOP(...) (fprintf(stderr, __VA_ARGS__), fputc('\n', stderr), exit(1))

typedef struct { char *at; size_t count, room; } Bytes;

static void reserve(Bytes *b, size_t more) {
  if (b->count + more <= b->room) return;
  b->room = (b->count + more) * 2;
  if (!(b->at = realloc(b->at, b->room))) STOP("no memory");
}

static void put(Bytes *b, const char *text, size_t count) {
  reserve(b, count);
  memcpy(b->at + b->count, text, count);
  b->count += count;
}

static void add(Bytes *b, const char *text) { put(b, text, strlen(text)); }

// Copies stretches that need nothing, and writes something else for a byte that needs it.
static void add_escaped(Bytes *b, const char *text, size_t count, const char *const table[256]) {
  size_t start = 0;
  for (size_t i = 0; i < count; i++) {
    const char *other = table[(unsigned char)text[i]];
    if (!other) continue;
    put(b, text + start, i - start);
    add(b, other);
    start = i + 1;
  }
  put(b, text + start, count - start);
}

static const char *xml_table[256], *json_table[256];

static void fill_tables(void) {
  static char codes[32][8];
  for (int i = 0; i < 32; i++) {
    snprintf(codes[i], sizeof codes[i], "\\u%04x", i);
    json_table[i] = codes[i];
    xml_table[i] = i == '\t' || i == '\n' ? NULL : "";
  }
  json_table['\n'] = "\\n", json_table['\t'] = "\\t", json_table['\r'] = "\\r";
  json_table['"'] = "\\\"", json_table['\\'] = "\\\\";
  xml_table['&'] = "&amp;", xml_table['<'] = "&lt;", xml_table['>'] = "&gt;";
  xml_table['"'] = "&quot;", xml_table['\r'] = "&#13;";
}

// Adds BEFORE, TEXT as it must be escaped, and AFTER.
static void xml(Bytes *b, const char *before, const char *text, const char *after) {
  add(b, before), add_escaped(b, text, strlen(text), xml_table), add(b, after);
}

static void json(Bytes *b, const char *before, const char *text, const char *after) {
  add(b, before), add_escaped(b, text, strlen(text), json_table), add(b, after);
}
