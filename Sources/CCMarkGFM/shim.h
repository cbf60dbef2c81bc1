#ifndef FEEDSETTER_CCMARKGFM_H
#define FEEDSETTER_CCMARKGFM_H
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#endif
