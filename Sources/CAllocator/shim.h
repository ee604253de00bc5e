#ifndef CARECAST_CALLOCATOR_SHIM_H
#define CARECAST_CALLOCATOR_SHIM_H

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Lets all threads allocate from the same memory. glibc otherwise gives each its own, which grows to
   what the thread needed at most and is of no use to the others. */
static inline void carecast_share_memory(void) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, 1);
#endif
}

#endif
