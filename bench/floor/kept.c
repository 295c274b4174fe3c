#define _GNU_SOURCE
#include "floor.h"

#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* A file that is read again and again: by a kept descriptor, or without one when there are no more. */
struct file {
  char *path;
  int fd;
};

struct cgroup {
  struct file cpu_stat, procs;
  long long usage_usec;
};

struct process {
  struct file stat;
  long long ticks;
  struct file *threads;
  int thread_count;
};

static char text[1 << 20];
static struct cgroup *cgroups;
static int cgroup_count;
static struct process **processes; /* by pid */
static int pid_limit;
static long descriptors_left;

static void *larger(void *memory, size_t size) {
  memory = realloc(memory, size);
  if (!memory) fail("realloc");
  return memory;
}

static struct file keep(const char *format, ...) {
  char path[PATH_MAX];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(path, sizeof path, format, arguments);
  va_end(arguments);
  struct file file = {strdup(path), -1};
  if (!file.path) fail("strdup");
  if (descriptors_left > 0) {
    file.fd = open(path, O_RDONLY | O_CLOEXEC);
    descriptors_left--;
  }
  return file;
}

static long read_file(const struct file *file) {
  return file->fd == -1 ? read_once(file->path, text, sizeof text)
                        : read_again(file->fd, text, sizeof text);
}

static void let_go(struct file *file) {
  if (file->fd != -1) {
    close(file->fd);
    descriptors_left++;
  }
  free(file->path);
}

static void forget(int pid) {
  struct process *one = processes[pid];
  for (int i = 0; i < one->thread_count; i++) let_go(&one->threads[i]);
  let_go(&one->stat);
  free(one->threads);
  free(one);
  processes[pid] = NULL;
}

static void add_cgroup(const char *folder) {
  cgroups = larger(cgroups, sizeof *cgroups * (size_t)(cgroup_count + 1));
  cgroups[cgroup_count++] = (struct cgroup){
      .cpu_stat = keep("%s/cpu.stat", folder),
      .procs = keep("%s/cgroup.procs", folder),
      .usage_usec = -1,
  };
}

static int cgroup_moved(struct cgroup *one) {
  if (read_file(&one->cpu_stat) <= 0) return 0;
  const char *usage = strstr(text, "usage_usec ");
  long long usec = usage ? atoll(usage + strlen("usage_usec ")) : 0;
  int moved = usec != one->usage_usec;
  one->usage_usec = usec;
  return moved;
}

/* utime and stime, fields 14 and 15 of proc_pid_stat(5); comm may hold anything but ends at the last ')'. */
static long long ticks_of(const char *stat) {
  const char *field = strrchr(stat, ')');
  for (int number = 2; number < 14 && field; number++) {
    field = strchr(field, ' ');
    if (field) field++;
  }
  if (!field) return -1;
  char *rest;
  long long utime = strtoll(field, &rest, 10);
  return utime + strtoll(rest, NULL, 10);
}

static struct process *listing;

static void add_thread(const char *folder, int tid) {
  size_t size = sizeof *listing->threads * (size_t)(listing->thread_count + 1);
  listing->threads = larger(listing->threads, size);
  listing->threads[listing->thread_count++] = keep("%s/%d/stat", folder, tid);
}

static void read_threads(const char *proc, int pid, struct process *one) {
  if (one->thread_count == 0) {
    char tasks[PATH_MAX];
    snprintf(tasks, sizeof tasks, "%s/%d/task", proc, pid);
    listing = one;
    list_numbers(tasks, add_thread);
  }
  for (int i = 0; i < one->thread_count; i++) read_file(&one->threads[i]);
}

static void read_process(const char *proc, int pid) {
  struct process *one = processes[pid];
  if (!one) {
    one = processes[pid] = larger(NULL, sizeof *one);
    *one = (struct process){.stat = keep("%s/%d/stat", proc, pid), .ticks = -1};
  }
  if (read_file(&one->stat) <= 0) {
    forget(pid);
    return;
  }
  long long ticks = ticks_of(text);
  int moved = ticks != one->ticks && one->ticks != -1;
  one->ticks = ticks;
  if (moved) read_threads(proc, pid, one);
}

static void read_processes(const char *proc, struct cgroup *one) {
  if (read_file(&one->procs) <= 0) return;
  char *list = strdup(text), *next = list;
  if (!list) fail("strdup");
  for (int pid; (pid = (int)strtol(next, &next, 10)) > 0;) {
    if (pid < pid_limit) read_process(proc, pid);
  }
  free(list);
}

static void open_everything(const char *proc, const char *folder) {
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  descriptors_left = (long)limit.rlim_cur - 64;
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s/sys/kernel/pid_max", proc);
  if (read_once(path, text, sizeof text) <= 0) fail(path);
  pid_limit = atoi(text) + 1;
  processes = calloc((size_t)pid_limit, sizeof *processes);
  if (!processes) fail("calloc");
  walk_folders(folder, add_cgroup);
}

void read_kept(const char *proc, const char *folder) {
  if (!cgroups) open_everything(proc, folder);
  for (int i = 0; i < cgroup_count; i++) {
    if (cgroup_moved(&cgroups[i])) read_processes(proc, &cgroups[i]);
  }
}
