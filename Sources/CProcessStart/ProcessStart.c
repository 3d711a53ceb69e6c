#define _GNU_SOURCE
#include "CProcessStart.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { streams_count = 3, number_size = 16 };

static void reset_signals(void) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &action, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void close_from(int first) {
  if (close_range(first, ~0U, 0) == 0) return;
  // For kernels before 5.9.
  struct rlimit limit;
  getrlimit(RLIMIT_NOFILE, &limit);
  for (rlim_t number = first; number < limit.rlim_cur; number++) close((int)number);
}

static void set_limit(int resource, long long bytes) {
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return;
  if (limit.rlim_max > (rlim_t)bytes) limit.rlim_max = (rlim_t)bytes;
  if (limit.rlim_cur > limit.rlim_max) limit.rlim_cur = limit.rlim_max;
  setrlimit(resource, &limit);
}

static void write_group(int lifeline) {
  char text[number_size];
  int start = number_size;
  text[--start] = '\n';
  for (pid_t number = getpid(); number > 0; number /= 10) text[--start] = (char)('0' + number % 10);
  ssize_t ignored = write(lifeline, text + start, (size_t)(number_size - start));
  (void)ignored;
}

/// Moves the streams to their numbers; one that already occupies such a number is moved away first.
static int place_streams(const int streams[streams_count]) {
  int moved[streams_count];
  for (int place = 0; place < streams_count; place++) {
    int stream = streams[place] >= 0 ? streams[place] : open("/dev/null", O_RDWR);
    moved[place] = fcntl(stream, F_DUPFD, streams_count);
    if (moved[place] < 0) return -1;
  }
  for (int place = 0; place < streams_count; place++) {
    if (dup2(moved[place], place) < 0) return -1;
  }
  return 0;
}

int process_start(const char *program, char *const words[], char *const variables[],
                  const int streams[3], int lifeline, struct process_limits limits, pid_t *id) {
  // None of our handlers may run in the child, which shares our memory until exec.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  volatile int error = 0;
  pid_t child = vfork();
  if (child == 0) {
    setsid();
    umask(077);
    if (lifeline >= 0) write_group(lifeline);
    if (place_streams(streams) == 0) {
      close_from(streams_count);
      set_limit(RLIMIT_FSIZE, limits.file_bytes);
      set_limit(RLIMIT_DATA, limits.memory_bytes);
      reset_signals();
      execve(program, words, variables);
    }
    error = errno;
    _exit(127);
  }
  int failure = child < 0 ? errno : error;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (child > 0 && failure != 0) {
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
    }
  }
  *id = child;
  return failure;
}

/// Reads the process group ID, and on to the end of the pipe; returns 0 if there was none.
static pid_t read_group(int pipe) {
  pid_t group = 0;
  int is_whole = 0;
  char byte;
  for (;;) {
    ssize_t count = read(pipe, &byte, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return is_whole ? group : 0;
    if (byte == '\n') is_whole = 1;
    if (!is_whole && byte >= '0' && byte <= '9') group = group * 10 + (byte - '0');
  }
}

static _Noreturn void watch(int pipe) {
  setsid();
  prctl(PR_SET_NAME, "awl-git-watch");
  reset_signals();
  if (dup2(pipe, 0) < 0) _exit(1);
  // awl's locks and pipes must not stay open here.
  close_from(1);
  pid_t group = read_group(0);
  // A group of 1 or less would mean every process.
  if (group > 1) {
    kill(-group, SIGTERM);
    struct timespec second = {.tv_sec = 1};
    while (nanosleep(&second, &second) < 0 && errno == EINTR) {
    }
    kill(-group, SIGKILL);
  }
  _exit(0);
}

int process_watch_start(pid_t *id, int *lifeline) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t child = fork();
  if (child == 0) watch(ends[0]);
  int failure = child < 0 ? errno : 0;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(ends[0]);
  if (failure != 0) close(ends[1]);
  *id = child;
  *lifeline = ends[1];
  return failure;
}
