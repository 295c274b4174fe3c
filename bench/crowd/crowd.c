/*
 * crowd: reads a plan from standard input, one process a line:
 *   CGROUP_PROCS NAME THREADS THREAD_NAMES BURST_USEC PERIOD_USEC
 * starts each in that cgroup under that name, and leaves them to PID 1, as a node's processes are. Each
 * writes a dot to standard output when its threads run.
 *
 * NAME THREADS THREAD_NAMES BURST_USEC PERIOD_USEC: is such a process. It uses BURST_USEC of CPU in each
 * period, in a few of its threads by turns; with a burst of 0 it sleeps for ever.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How many of a process's threads take part in its work. */
static const int busy_threads = 3;

static void fail(const char *what) {
  fprintf(stderr, "crowd: %s: %s\n", what, strerror(errno));
  exit(1);
}

static struct {
  char name[16];
  int threads, thread_names;
  int64_t burst_usec, period_usec;
} self;

static int64_t thread_usec(void) {
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

static void work(int number) {
  int turns = self.threads < busy_threads ? self.threads : busy_threads;
  if (self.burst_usec == 0 || number >= turns)
    for (;;) pause();
  int64_t period_nsec = self.period_usec * turns * 1000;
  struct timespec next;
  clock_gettime(CLOCK_MONOTONIC, &next);
  /* Not all at once: neighbours in the plan have neighbouring pids. */
  int64_t ahead = (int64_t)(getpid() * 7919LL + number * 104729LL) * 100000LL % period_nsec;
  for (;;) {
    next.tv_nsec += ahead % 1000000000;
    next.tv_sec += ahead / 1000000000 + next.tv_nsec / 1000000000;
    next.tv_nsec %= 1000000000;
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, NULL);
    int64_t end = thread_usec() + self.burst_usec;
    while (thread_usec() < end) {
      for (volatile int i = 0; i < 2000; i++) {
      }
    }
    ahead = period_nsec;
  }
}

static void *be_a_thread(void *argument) {
  int number = (int)(intptr_t)argument;
  char name[16];
  snprintf(name, sizeof name, "%.8s-%u", self.name, (unsigned)(number % self.thread_names) % 1000);
  pthread_setname_np(pthread_self(), name);
  work(number);
  return NULL;
}

static int be_a_member(char **argv) {
  const char *slash = strrchr(argv[0], '/');
  snprintf(self.name, sizeof self.name, "%s", slash ? slash + 1 : argv[0]);
  self.threads = atoi(argv[1]);
  self.thread_names = atoi(argv[2]);
  self.burst_usec = atoll(argv[3]);
  self.period_usec = atoll(argv[4]);
  /* All stacks in one mapping: a mapping for each would meet vm.max_map_count. */
  size_t stack_size = PTHREAD_STACK_MIN;
  char *stacks = mmap(NULL, stack_size * (size_t)self.threads, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (stacks == MAP_FAILED) fail("mmap");
  for (int i = 1; i < self.threads; i++) {
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstack(&attributes, stacks + stack_size * (size_t)i, stack_size);
    errno = pthread_create(&thread, &attributes, be_a_thread, (void *)(intptr_t)i);
    if (errno != 0) fail("pthread_create");
  }
  if (write(1, ".", 1) != 1) fail("write");
  close(1);
  work(0);
  return 0;
}

static void enter(const char *file) {
  int fd = open(file, O_WRONLY | O_CLOEXEC);
  if (fd == -1 || write(fd, "0", 1) != 1) fail(file);
  close(fd);
}

int main(int argc, char **argv) {
  if (argc == 5) return be_a_member(argv);
  char folder[PATH_MAX], line[PATH_MAX + 256], file[PATH_MAX], program[2 * PATH_MAX], name[64];
  char threads[16], thread_names[16], burst[24], period[24];
  const char *slash = strrchr(argv[0], '/');
  snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - argv[0]) : 1, slash ? argv[0] : ".");
  while (fgets(line, sizeof line, stdin)) {
    if (sscanf(line, "%4095s %63s %15s %15s %23s %23s", file, name, threads, thread_names, burst,
               period) != 6) {
      fprintf(stderr, "crowd: expected six words, found: %s", line);
      return 1;
    }
    pid_t child = fork();
    if (child == -1) fail("fork");
    if (child == 0) {
      pid_t member = fork();
      if (member == -1) fail("fork");
      if (member != 0) _exit(0);
      setsid();
      enter(file);
      snprintf(program, sizeof program, "%s/%s", folder, name);
      execl(program, program, threads, thread_names, burst, period, (char *)NULL);
      fail(program);
    }
    int status;
    if (waitpid(child, &status, 0) == -1 || status != 0) fail("a process could not be started");
  }
  return 0;
}
