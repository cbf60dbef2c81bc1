// The one system call that Feedsetter makes and that the C library shows to GNU sources alone.
#pragma once

#ifdef __linux__
/// Writes all that waits in memory for the file system of an open file to its disk: syncfs(2).
extern int syncfs(int descriptor);
#endif
