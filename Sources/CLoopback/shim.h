// Sockets of this machine alone: C's casts between kinds of addresses stay here.
#pragma once

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/// Lets no call on a socket wait, nor a program that is started have it.
static inline int feedsetter_prepare_socket(int descriptor) {
  int flags = fcntl(descriptor, F_GETFL);
  if (flags < 0 || fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) < 0) return -1;
  return fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

/// A socket that listens on a port of 127.0.0.1, 0 for one that the system picks; -1 and errno.
static inline int feedsetter_listen(uint16_t port) {
  int descriptor = socket(AF_INET, SOCK_STREAM, 0);
  if (descriptor < 0) return -1;
  struct sockaddr_in address;
  memset(&address, 0, sizeof address);
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int yes = 1;
  if (setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
      bind(descriptor, (struct sockaddr *)&address, sizeof address) == 0 &&
      listen(descriptor, 64) == 0 && feedsetter_prepare_socket(descriptor) == 0)
    return descriptor;
  int code = errno;
  close(descriptor);
  errno = code;
  return -1;
}

/// The port that a socket listens on; -1 and errno.
static inline int feedsetter_port(int descriptor) {
  struct sockaddr_in address;
  socklen_t length = sizeof address;
  if (getsockname(descriptor, (struct sockaddr *)&address, &length) != 0) return -1;
  return ntohs(address.sin_port);
}

/// The socket of the next client; -1 and errno where none waits.
static inline int feedsetter_accept(int listener) {
  int descriptor = accept(listener, NULL, NULL);
  if (descriptor < 0) return -1;
#ifdef SO_NOSIGPIPE
  int yes = 1;
  setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif
  if (feedsetter_prepare_socket(descriptor) == 0) return descriptor;
  int code = errno;
  close(descriptor);
  errno = code;
  return -1;
}

/// Sends bytes to a client without a signal where it is gone; how many were taken, or -1 and errno.
static inline long feedsetter_send(int descriptor, const uint8_t *bytes, size_t start, size_t end) {
#ifdef MSG_NOSIGNAL
  return send(descriptor, bytes + start, end - start, MSG_NOSIGNAL);
#else
  return send(descriptor, bytes + start, end - start, 0);
#endif
}
