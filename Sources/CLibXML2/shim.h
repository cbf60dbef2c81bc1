#ifndef FEEDSETTER_CLIBXML2_H
#define FEEDSETTER_CLIBXML2_H
#include <libxml/parser.h>
#endif
