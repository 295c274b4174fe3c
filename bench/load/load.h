/* The load program: does on command what processes do, so that somebody else can count it. */
#ifndef LOAD_H
#define LOAD_H

#include <stdint.h>

/* Monotonic wall clock, in microseconds. */
int64_t wall_usec(void);

/* Uses this much CPU time of the calling thread, in microseconds. */
void burn(int64_t usec);

/* Lives for this long (wall, microseconds) and uses this part of it, in percent. */
void live(int64_t usec, int percent);

/* Ends the program with a message about the last system call. */
void fail(const char *what);

enum churn_kind { CHURN_FORK, CHURN_DOUBLE_FORK, CHURN_EXEC, CHURN_IGNORE };

/* One child after another for `usec`, each of the given life and use of CPU. */
void churn(enum churn_kind kind, int64_t usec, int64_t life_usec, int percent);

/* This many threads for `usec`, which together use `percent` of a CPU. */
void many_threads(int count, int64_t usec, int percent);

/* Writes so much memory on each CPU that we may use, one after the other: its own caches then hold nothing else. */
void sweep(int64_t kib);

/* Becomes the program NAME-x, NAME being our own, which `main` has do the second half of a child's life. */
void become_other_half(const char *argument);

#endif
