#include "load.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static int64_t clock_usec(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

static void sleep_usec(int64_t usec) {
  struct timespec left = {usec / 1000000, usec % 1000000 * 1000};
  while (nanosleep(&left, &left) == -1 && errno == EINTR) {
  }
}

int64_t wall_usec(void) { return clock_usec(CLOCK_MONOTONIC); }

void burn(int64_t usec) {
  int64_t end = clock_usec(CLOCK_THREAD_CPUTIME_ID) + usec;
  while (clock_usec(CLOCK_THREAD_CPUTIME_ID) < end) {
    for (volatile int i = 0; i < 2000; i++) {
    }
  }
}

void live(int64_t usec, int percent) {
  /* Steps would only wake it up, and a thousand sleepers would use more than they are to. */
  if (percent == 0) {
    sleep_usec(usec);
    return;
  }
  const int64_t step = 20000;
  int64_t end = wall_usec() + usec;
  for (int64_t left = usec; left > 0; left = end - wall_usec()) {
    int64_t part = left < step ? left : step;
    int64_t start = wall_usec();
    burn(part * percent / 100);
    int64_t rest = part - (wall_usec() - start);
    if (rest > 0) sleep_usec(rest);
  }
}

void fail(const char *what) {
  fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
  exit(1);
}
