#include "CSignalGuard.h"
#include "GuardedScreen.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static struct signal_guard guard;
enum { restore_size = 512 };
static char restores[2][restore_size];
static volatile sig_atomic_t restore; // which of the two counts
static char message[1024];
static pthread_once_t cover_once = PTHREAD_ONCE_INIT;
static pthread_key_t cover;
static const size_t cover_size = 65536;
static volatile sig_atomic_t screen_is_up;
static volatile sig_atomic_t is_away;
static volatile sig_atomic_t first_request; // seconds, 0 for none

static void put(const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t count = write(guard.terminal, text, left);
    if (count < 0 && errno != EINTR) return;
    if (count > 0) { text += count; left -= (size_t)count; }
  }
}

/// Restores the terminal, unless it belongs to another process now: changing its modes from the
/// background would stop this process instead of ending it.
static void give_back(void) {
  if (!screen_is_up) return;
  screen_is_up = 0;
  pid_t owner = tcgetpgrp(guard.terminal);
  if (owner > 0 && owner != getpgrp()) return;
  put(restores[restore]);
  tcsetattr(guard.terminal, TCSANOW, &guard.modes);
}

void signal_guard_die(int signal_number) {
  sigset_t only;
  signal(signal_number, SIG_DFL);
  sigemptyset(&only);
  sigaddset(&only, signal_number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(signal_number);
  _exit(128 + signal_number);
}

static _Noreturn void end_by(int signal_number) {
  // A terminal stopped by flow control must not keep a dying process alive.
  signal(SIGALRM, SIG_DFL);
  alarm(1);
  int was_up = screen_is_up;
  give_back();
  if (was_up) put(message);
  signal_guard_die(signal_number);
}

static void on_fatal(int signal_number) { end_by(signal_number); }

int signal_guard_screen_can_be_given_back(void) {
  if (!screen_is_up) return 0;
  pid_t owner = tcgetpgrp(guard.terminal);
  return owner <= 0 || owner == getpgrp();
}

void signal_guard_end_stalled(void) { end_by(SIGINT); }

static void on_request(int signal_number) {
  int error = errno;
  if (is_away && (signal_number == SIGINT || signal_number == SIGQUIT)) return;
  if (signal_number != SIGTSTP && signal_number != SIGCONT && signal_number != SIGWINCH &&
      signal_number != SIGUSR1) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    // A second request after two seconds means that the program hangs.
    if (first_request != 0 && now.tv_sec - first_request >= 2) on_fatal(signal_number);
    if (first_request == 0) first_request = (sig_atomic_t)(now.tv_sec > 0 ? now.tv_sec : 1);
  }
  unsigned char byte = (unsigned char)signal_number;
  ssize_t ignored = write(guard.pipe, &byte, 1);
  (void)ignored;
  errno = error;
}

static void handle(int signal_number, void (*handler)(int), int flags) {
  struct sigaction action, old;
  if (sigaction(signal_number, NULL, &old) == 0 && old.sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

/// Called with its stack when a covered thread exits.
static void uncover(void *stack) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  munmap(stack, cover_size);
}

static void make_cover(void) { pthread_key_create(&cover, uncover); }

void signal_guard_cover_thread(void) {
  pthread_once(&cover_once, make_cover);
  if (pthread_getspecific(cover) != NULL) return;
  void *stack = mmap(NULL, cover_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (stack == MAP_FAILED) return;
  stack_t alternate = {.ss_sp = stack, .ss_size = cover_size};
  if (sigaltstack(&alternate, NULL) != 0 || pthread_setspecific(cover, stack) != 0) uncover(stack);
}

void signal_guard_restore_by(const char *bytes) {
  int other = 1 - restore;
  strncpy(restores[other], bytes, restore_size - 1);
  restore = other;
}

void signal_guard_install(const struct signal_guard *what) {
  static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  static const int requests[] = {SIGTERM, SIGHUP,  SIGINT,  SIGQUIT,
                                 SIGTSTP, SIGCONT, SIGWINCH, SIGUSR1};
  guard = *what;
  signal_guard_restore_by(what->restore);
  strncpy(message, what->message, sizeof message - 1);
  signal_guard_cover_thread();
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++)
    handle(fatal[i], on_fatal, SA_RESETHAND | SA_NODEFER);
  for (size_t i = 0; i < sizeof requests / sizeof *requests; i++)
    handle(requests[i], on_request, SA_RESTART);
  atexit(give_back);
}

void signal_guard_screen_is_up(int is_up) { screen_is_up = is_up; }

void signal_guard_is_away(int away) { is_away = away; }
