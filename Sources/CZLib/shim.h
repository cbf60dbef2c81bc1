// zlib's deflateInit2 is a macro: these two calls are what Swift needs of it.
#pragma once

#include <limits.h>
#include <stdint.h>
#include <zlib.h>

/// At most how many bytes `count` bytes become by `feedsetter_gzip`.
static inline unsigned long feedsetter_gzip_bound(unsigned long count) {
  return compressBound(count) + 18;
}

/// Compresses bytes to one member of a gzip file (RFC 1952) without name and time.
/// Returns how many bytes of `room` are filled; -1 where that fails.
static inline long feedsetter_gzip(const uint8_t *bytes, unsigned long count, uint8_t *room,
                                   unsigned long room_count) {
  if (count > UINT_MAX || room_count > UINT_MAX) return -1;
  z_stream stream = {0};
  // 15 bits of window, and 16 for a gzip header.
  if (deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return -1;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)count;
  stream.next_out = room;
  stream.avail_out = (uInt)room_count;
  long filled = deflate(&stream, Z_FINISH) == Z_STREAM_END ? (long)stream.total_out : -1;
  deflateEnd(&stream);
  return filled;
}
