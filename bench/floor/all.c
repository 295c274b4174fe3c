#include "floor.h"

#include <limits.h>
#include <stdio.h>

static char text[65536];

static void read_cpu_stat(const char *folder) {
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s/cpu.stat", folder);
  read_once(path, text, sizeof text);
}

static void read_stat(const char *folder, int number) {
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s/%d/stat", folder, number);
  read_once(path, text, sizeof text);
}

static void read_process(const char *proc, int pid) {
  char tasks[PATH_MAX];
  read_stat(proc, pid);
  snprintf(tasks, sizeof tasks, "%s/%d/task", proc, pid);
  list_numbers(tasks, read_stat);
}

void read_all(const char *proc, const char *cgroups) {
  walk_folders(cgroups, read_cpu_stat);
  list_numbers(proc, read_process);
}
