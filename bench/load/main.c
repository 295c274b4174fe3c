/*
 * load CGROUP_PROCS: goes into that cgroup, then reads commands from standard input, one a line, and
 * answers each with its own rusage (microseconds, JSON). It ends with its input. The commands:
 *   burn USEC | child USEC | zombie USEC | reap | thread USEC | leaderless USEC | become NAME
 *   move FILE | enter FILE USEC | live USEC PERCENT | threads COUNT USEC PERCENT
 *   idle COUNT NAME | write FILE KIB | sweep KIB
 *   fork|double-fork|exec|ignore USEC LIFE_USEC PERCENT
 */
#define _GNU_SOURCE
#include "load.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[4096];
static char own_name[256];

static void become(const char *name, const char *argument) {
  char file[8192];
  snprintf(file, sizeof file, "%s/%s", folder, name);
  execl(file, file, argument, (char *)NULL);
  fail(file);
}

void become_other_half(const char *argument) {
  char name[300];
  snprintf(name, sizeof name, "%s-x", own_name);
  become(name, argument);
}

static void enter(const char *file) {
  int fd = open(file, O_WRONLY);
  if (fd == -1 || write(fd, "0", 1) != 1) fail(file);
  close(fd);
}

static char *read_command(void) {
  static char line[4096];
  size_t length = 0;
  /* Byte by byte: what comes after this line belongs to whatever program we are then. */
  while (length < sizeof line - 1 && read(0, &line[length], 1) == 1) {
    if (line[length] == '\n') {
      line[length] = 0;
      return line;
    }
    length++;
  }
  return NULL;
}

static long long used(int who) {
  struct rusage usage;
  getrusage(who, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000LL + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

static void answer(void) {
  dprintf(1, "{\"selfUsec\":%lld,\"childrenUsec\":%lld}\n", used(RUSAGE_SELF),
          used(RUSAGE_CHILDREN));
}

static struct {
  char *file;
  int64_t usec;
} errand;

static void *run_errand(void *unused) {
  (void)unused;
  if (errand.file) enter(errand.file);
  burn(errand.usec);
  return NULL;
}

static void *serve(void *unused);

static void in_thread(void *(*work)(void *), int wait) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, work, NULL) != 0) fail("pthread_create");
  if (wait) pthread_join(thread, NULL);
}

static void *pause_for_ever(void *name) {
  pthread_setname_np(pthread_self(), name);
  for (;;) pause();
  return NULL;
}

/* Writes through to the disk, so that the kernel has counted it when this returns. */
static void write_file(const char *name, int64_t kib) {
  char block[1024] = {0};
  int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (fd == -1) fail(name);
  for (int64_t i = 0; i < kib; i++)
    if (write(fd, block, sizeof block) != sizeof block) fail(name);
  if (fsync(fd) != 0) fail(name);
  close(fd);
}

static int is(const char *word, const char *name) { return strcmp(word, name) == 0; }

static void obey(char *line) {
  char *word[5] = {"", "", "", "", ""};
  int words = 0;
  for (char *w = strtok(line, " "); w && words < 5; w = strtok(NULL, " ")) word[words++] = w;
  int64_t first = atoll(word[1]), second = atoll(word[2]), third = atoll(word[3]);
  if (is(word[0], "burn")) {
    burn(first);
  } else if (is(word[0], "child") || is(word[0], "zombie")) {
    pid_t child = fork();
    if (child == 0) {
      burn(first);
      _exit(0);
    }
    siginfo_t ended;
    waitid(P_PID, (id_t)child, &ended, WEXITED | (is(word[0], "zombie") ? WNOWAIT : 0));
  } else if (is(word[0], "reap")) {
    wait(NULL);
  } else if (is(word[0], "thread") || is(word[0], "enter")) {
    errand.file = is(word[0], "enter") ? word[1] : NULL;
    errand.usec = errand.file ? second : first;
    in_thread(run_errand, 1);
  } else if (is(word[0], "leaderless")) {
    burn(first);
    in_thread(serve, 0);
    pthread_exit(NULL);
  } else if (is(word[0], "idle")) {
    static char name[16];
    snprintf(name, sizeof name, "%s", word[2]);
    for (int64_t i = 0; i < first; i++) {
      pthread_t thread;
      if (pthread_create(&thread, NULL, pause_for_ever, name) != 0) fail("pthread_create");
    }
  } else if (is(word[0], "write")) {
    write_file(word[1], second);
  } else if (is(word[0], "sweep")) {
    sweep(first);
  } else if (is(word[0], "move")) {
    enter(word[1]);
  } else if (is(word[0], "become")) {
    become(word[1], NULL);
  } else if (is(word[0], "live")) {
    live(first, (int)second);
  } else if (is(word[0], "threads")) {
    many_threads((int)first, second, (int)third);
  } else {
    static const char *const kinds[] = {"fork", "double-fork", "exec", "ignore"};
    for (int kind = 0; kind < 4; kind++) {
      if (!is(word[0], kinds[kind])) continue;
      churn((enum churn_kind)kind, first, second, (int)third);
      return;
    }
    fprintf(stderr, "load: there is no command %s\n", word[0]);
    exit(1);
  }
}

static void *serve(void *unused) {
  (void)unused;
  for (;;) {
    /* Also first thing: so it says that it is where it should be, after an exec or a leader's end, too. */
    answer();
    char *line = read_command();
    if (!line) exit(0);
    obey(line);
  }
}

int main(int argc, char **argv) {
  const char *slash = strrchr(argv[0], '/');
  snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - argv[0]) : 1, slash ? argv[0] : ".");
  snprintf(own_name, sizeof own_name, "%s", slash ? slash + 1 : argv[0]);
  if (argc > 1) {
    long long usec;
    int percent;
    /* The second half of a child of churn `exec`. */
    if (sscanf(argv[1], "%lld,%d", &usec, &percent) == 2) {
      live(usec, percent);
      return 0;
    }
    enter(argv[1]);
  }
  serve(NULL);
}
