#ifndef FLOOR_H
#define FLOOR_H

/* Reads of kernel files in this round. */
extern long reads;

/* One round of each way; the first of `read_kept` opens everything. */
void read_all(const char *proc, const char *cgroups);
void read_kept(const char *proc, const char *cgroups);

/* Ends the program with a message about the last system call. */
void fail(const char *what);

/* Reads the start of a file into `text`, closed by a NUL; the length, or -1 when it is gone. */
long read_once(const char *path, char *text, long size);
long read_again(int fd, char *text, long size);

/* Calls `each` with the path of every folder below, the folder itself included. */
void walk_folders(const char *folder, void (*each)(const char *folder));

/* Calls `each` with every number that names an entry of the folder. */
void list_numbers(const char *folder, void (*each)(const char *folder, int number));

#endif
