/*
 * floor all|kept PROC CGROUPS: the least that any program could do to know what the bench wants to know.
 * For each line on standard input it reads once and answers what that cost (JSON, one line).
 *   all   opens, reads and closes every cgroup's cpu.stat, every process's and every thread's stat
 *   kept  keeps descriptors; reads every cpu.stat, of cgroups that moved their cgroup.procs and their
 *         processes' stat, of processes that moved their threads' stat
 * Nothing is parsed beyond what decides on the next read, nothing is summed, nothing is exposed.
 */
#define _GNU_SOURCE
#include "floor.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static long long cpu_usec(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000000LL + now.tv_nsec / 1000;
}

void fail(const char *what) {
  fprintf(stderr, "floor: %s: %s\n", what, strerror(errno));
  exit(1);
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "floor: expected all|kept PROC CGROUPS\n");
    return 2;
  }
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  int kept = strcmp(argv[1], "kept") == 0;
  char line[16];
  while (fgets(line, sizeof line, stdin)) {
    reads = 0;
    long long before = cpu_usec();
    if (kept) read_kept(argv[2], argv[3]);
    else read_all(argv[2], argv[3]);
    printf("{\"cpuUsec\":%lld,\"reads\":%ld}\n", cpu_usec() - before, reads);
    fflush(stdout);
  }
  return 0;
}
