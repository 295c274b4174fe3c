#define _GNU_SOURCE
#include "load.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

static size_t bytes_each;

static void *sweep_cpu(void *number) {
  cpu_set_t cpu;
  CPU_ZERO(&cpu);
  CPU_SET((int)(intptr_t)number, &cpu);
  if (sched_setaffinity(0, sizeof cpu, &cpu) != 0) fail("sched_setaffinity");
  char *bytes = malloc(bytes_each);
  if (!bytes) fail("malloc");
  memset(bytes, 1, bytes_each);
  /* Or the compiler leaves out what nobody reads. */
  __asm__ volatile("" : : "r"(bytes) : "memory");
  free(bytes);
  return NULL;
}

void sweep(int64_t kib) {
  bytes_each = (size_t)kib * 1024;
  cpu_set_t ours;
  if (sched_getaffinity(0, sizeof ours, &ours) != 0) fail("sched_getaffinity");
  for (intptr_t cpu = 0; cpu < CPU_SETSIZE; cpu++) {
    if (!CPU_ISSET(cpu, &ours)) continue;
    pthread_t thread;
    if (pthread_create(&thread, NULL, sweep_cpu, (void *)cpu) != 0) fail("pthread_create");
    pthread_join(thread, NULL);
  }
}
