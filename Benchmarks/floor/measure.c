// measure RESULT COMMAND ARGUMENT…: runs COMMAND and writes to the file RESULT its seconds by the clock,
// its seconds of processor time, the most kilobytes it had in memory, and its exit status.
//
// A small program does this because the system counts what the parent had in memory before the command
// took its place: an interpreter would be the peak of every small build.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec * 1e-6; }

int main(int count, char **arguments) {
  if (count < 3) return fputs("usage: measure RESULT COMMAND ARGUMENT…\n", stderr), 64;
  double start = now();
  pid_t child = fork();
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    perror(arguments[2]);
    _exit(127);
  }
  int status;
  struct rusage used;
  if (child < 0 || wait4(child, &status, 0, &used) < 0) return perror("measure"), 71;
  double end = now();
  FILE *result = fopen(arguments[1], "w");
  if (!result) return perror(arguments[1]), 73;
  fprintf(result, "%.6f %.6f %ld %d\n", end - start, seconds(used.ru_utime) + seconds(used.ru_stime),
          used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return fclose(result) ? 73 : 0;
}
