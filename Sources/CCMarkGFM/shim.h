#ifndef FEEDSETTER_CCMARKGFM_H
#define FEEDSETTER_CCMARKGFM_H
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Memory for one document at a time and thread. cmark asks for many small pieces and gives back each by
   itself; here they are cut from slabs one after another, and all go at once with the document. A slab is
   kept from one document to the next, until the thread ends. */

struct feedsetter_slab {
  struct feedsetter_slab *before;
  size_t capacity;
  size_t used;
};

/* Stands before each piece, and keeps what follows aligned for any type. */
union feedsetter_piece {
  size_t size;
  max_align_t alignment;
};

#define FEEDSETTER_FIRST_SLAB ((size_t)256 << 10)
#define FEEDSETTER_SLAB_HEAD \
  ((sizeof(struct feedsetter_slab) + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t))

/* What a thread has. */
struct feedsetter_arena {
  /* The slab that is cut from, and those that are used up. */
  struct feedsetter_slab *slabs;
  /* How many documents are open: one made inside another is cut from the same slabs. */
  int documents;
};

/* Within a function, since Swift leaves out variables of a header. */
static inline struct feedsetter_arena *feedsetter_arena(void) {
  static __thread struct feedsetter_arena arena;
  return &arena;
}

static inline unsigned char *feedsetter_start(struct feedsetter_slab *slab) {
  return (unsigned char *)slab + FEEDSETTER_SLAB_HEAD;
}

/* cmark can't go on without memory, and neither can its own allocator. */
static inline struct feedsetter_slab *feedsetter_resized(struct feedsetter_slab *slab, size_t capacity) {
  struct feedsetter_slab *resized = (struct feedsetter_slab *)realloc(slab, FEEDSETTER_SLAB_HEAD + capacity);
  if (!resized) abort();
  resized->capacity = capacity;
  return resized;
}

static inline size_t feedsetter_room(size_t size) {
  size_t unit = sizeof(union feedsetter_piece);
  if (size > SIZE_MAX / 4) abort();
  return sizeof(union feedsetter_piece) + (size + unit - 1) / unit * unit;
}

/* A piece whose bytes are what they happen to be. */
static inline void *feedsetter_cut(size_t size) {
  size_t room = feedsetter_room(size);
  struct feedsetter_arena *arena = feedsetter_arena();
  struct feedsetter_slab *slab = arena->slabs;
  if (!slab || slab->capacity - slab->used < room) {
    /* Each twice as large as the one before: there are few, whatever the document is. */
    size_t capacity = slab ? 2 * slab->capacity : FEEDSETTER_FIRST_SLAB;
    slab = feedsetter_resized(NULL, capacity < room ? room : capacity);
    slab->before = arena->slabs;
    slab->used = 0;
    arena->slabs = slab;
  }
  union feedsetter_piece *piece = (union feedsetter_piece *)(feedsetter_start(slab) + slab->used);
  piece->size = size;
  slab->used += room;
  return piece + 1;
}

static inline void *feedsetter_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(feedsetter_cut(count * size), 0, count * size);
}

static inline void *feedsetter_realloc(void *bytes, size_t size) {
  if (!bytes) return feedsetter_cut(size);
  union feedsetter_piece *piece = (union feedsetter_piece *)bytes - 1;
  struct feedsetter_arena *arena = feedsetter_arena();
  struct feedsetter_slab *slab = arena->slabs;
  unsigned char *start = feedsetter_start(slab);
  size_t room = feedsetter_room(piece->size);
  /* The last piece grows where it is; where it is alone in its slab, the slab grows. */
  if ((unsigned char *)piece + room == start + slab->used) {
    size_t offset = slab->used - room;
    if (offset == 0 && feedsetter_room(size) > slab->capacity) {
      slab = feedsetter_resized(slab, feedsetter_room(size));
      arena->slabs = slab;
      piece = (union feedsetter_piece *)feedsetter_start(slab);
    }
    if (feedsetter_room(size) <= slab->capacity - offset) {
      piece->size = size;
      slab->used = offset + feedsetter_room(size);
      return piece + 1;
    }
  }
  if (size <= piece->size) return bytes;
  return memcpy(feedsetter_cut(size), bytes, piece->size);
}

static inline void feedsetter_free(void *bytes) { (void)bytes; }

static inline cmark_mem *feedsetter_memory(void) {
  static cmark_mem memory = {feedsetter_calloc, feedsetter_realloc, feedsetter_free};
  return &memory;
}

/* Frees the slab that a thread kept when the thread ends. */
static inline pthread_key_t *feedsetter_key(void) {
  static pthread_key_t key;
  return &key;
}

static inline void feedsetter_make_key(void) { pthread_key_create(feedsetter_key(), free); }

static inline void feedsetter_memory_begin(void) { feedsetter_arena()->documents += 1; }

/* Gives back what was cut since the first of the documents that are open began, once the last ends. */
static inline void feedsetter_memory_end(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  struct feedsetter_arena *arena = feedsetter_arena();
  arena->documents -= 1;
  if (arena->documents > 0 || !arena->slabs) return;
  struct feedsetter_slab *slab = arena->slabs;
  while (slab->before) {
    struct feedsetter_slab *before = slab->before;
    free(slab);
    slab = before;
  }
  /* One that grew for a large document is not kept so large. */
  if (slab->capacity > FEEDSETTER_FIRST_SLAB) {
    free(slab);
    slab = NULL;
  } else {
    slab->used = 0;
  }
  arena->slabs = slab;
  pthread_once(&once, feedsetter_make_key);
  pthread_setspecific(*feedsetter_key(), slab);
}
#endif
