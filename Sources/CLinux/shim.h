// The few system calls that Feedsetter makes and that the C library shows to GNU sources alone, or not at
// all to Swift.
#pragma once

#ifdef __linux__
#include <sys/inotify.h>

/// Writes all that waits in memory for the file system of an open file to its disk: syncfs(2).
extern int syncfs(int descriptor);
#endif
