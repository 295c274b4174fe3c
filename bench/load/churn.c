#include "load.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Shorter than this, a child burns without a pause and its parent rests in its stead. */
static const int64_t brief_usec = 50000;

static void live_as_child(enum churn_kind kind, int64_t life_usec, int percent) {
  int child_percent = life_usec < brief_usec ? 100 : percent;
  if (kind == CHURN_EXEC) {
    char rest[64];
    live(life_usec / 2, child_percent);
    snprintf(rest, sizeof rest, "%lld,%d", (long long)life_usec / 2, child_percent);
    become_other_half(rest);
  }
  live(life_usec, child_percent);
}

static void one_child(enum churn_kind kind, int64_t life_usec, int percent) {
  int ended[2];
  if (pipe(ended) == -1) fail("pipe");
  pid_t child = fork();
  if (child == -1) fail("fork");
  if (child == 0) {
    if (kind == CHURN_DOUBLE_FORK && fork() != 0) _exit(0);
    live_as_child(kind, life_usec, percent);
    _exit(0);
  }
  close(ended[1]);
  /* A grandchild is not ours to wait for, but it keeps the pipe open as long as it lives. */
  char nothing;
  while (read(ended[0], &nothing, 1) > 0) {
  }
  close(ended[0]);
  if (kind != CHURN_IGNORE) waitpid(child, NULL, 0);
}

void churn(enum churn_kind kind, int64_t usec, int64_t life_usec, int percent) {
  if (kind == CHURN_IGNORE) signal(SIGCHLD, SIG_IGN);
  int64_t end = wall_usec() + usec;
  for (int64_t left = usec; left > 0; left = end - wall_usec()) {
    int64_t life = left < life_usec ? left : life_usec;
    one_child(kind, life, percent);
    if (life_usec < brief_usec) live(life_usec * (100 - percent) / percent, 0);
  }
  if (kind == CHURN_IGNORE) signal(SIGCHLD, SIG_DFL);
}

static struct {
  int64_t end_usec, period_usec;
} plan;

static void *be_a_thread(void *number) {
  /* Each begins at another moment of its period, so that they don't wake up all at once. */
  live((intptr_t)number * 10000 % plan.period_usec, 0);
  while (wall_usec() < plan.end_usec) {
    burn(2000);
    int64_t left = plan.end_usec - wall_usec();
    if (left > 0) live(left < plan.period_usec ? left : plan.period_usec, 0);
  }
  return NULL;
}

void many_threads(int count, int64_t usec, int percent) {
  pthread_t *threads = calloc((size_t)count, sizeof *threads);
  pthread_attr_t small;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 64 * 1024);
  plan.end_usec = wall_usec() + usec;
  plan.period_usec = 2000LL * count * 100 / percent;
  for (int i = 0; i < count; i++) {
    if (pthread_create(&threads[i], &small, be_a_thread, (void *)(intptr_t)i) != 0)
      fail("pthread_create");
  }
  for (int i = 0; i < count; i++) pthread_join(threads[i], NULL);
  free(threads);
}
