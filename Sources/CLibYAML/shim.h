#ifndef FEEDSETTER_CLIBYAML_H
#define FEEDSETTER_CLIBYAML_H
#include <yaml.h>
#endif
