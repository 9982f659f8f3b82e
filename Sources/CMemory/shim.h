#pragma once
#include <stdlib.h>

#ifdef __GLIBC__
#include <limits.h>
#include <malloc.h>

/* Freed memory is kept for the next who asks: 32 MiB is the largest threshold glibc takes. */
static inline void cmemory_keep_freed(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
}
#else
static inline void cmemory_keep_freed(void) {}
#endif
