#include "StallGuard.h"
#include "CSignalGuard.h"
#include "GuardedScreen.h"

#include <errno.h>
#include <execinfo.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/timerfd.h>
#include <unistd.h>
#include <unwind.h>

enum { interrupt = 3, note_size = 16, kept_size = 16384, poll_time = 100 };

static int timer = -1;
static int input;
static int limit; // milliseconds
static pthread_t loop;
static atomic_ulong rounds; // odd while the loop works
static unsigned char note[note_size];
static size_t note_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned char kept[kept_size];
static size_t kept_count;
static int interrupts;

static void set_timer(int milliseconds) {
  struct itimerspec time = {
      .it_value = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000L}};
  timerfd_settime(timer, 0, &time, NULL);
}

static void say(const char *text) {
  ssize_t ignored = write(STDERR_FILENO, text, strlen(text));
  (void)ignored;
}

/// The last bytes typed, in hexadecimal, which is harmless in a log.
static void say_note(void) {
  char text[note_size * 3 + 1];
  size_t end = 0;
  for (size_t i = 0; i < note_count; i++)
    end += (size_t)snprintf(text + end, sizeof text - end, " %02x", note[i]);
  say(end > 0 ? text : " nothing");
}

/// The callers of a function, innermost first.
struct callers {
  void *addresses[64];
  int count;
};

static _Unwind_Reason_Code add_caller(struct _Unwind_Context *context, void *argument) {
  struct callers *callers = argument;
  int limit = sizeof callers->addresses / sizeof *callers->addresses;
  void *address = (void *)_Unwind_GetIP(context);
  // Whatever called the first function has no address.
  if (address == NULL || callers->count == limit) return _URC_END_OF_STACK;
  callers->addresses[callers->count++] = address;
  return _URC_NO_REASON;
}

/// Runs on the loop's thread, wherever that is.
static void on_stall(int signal_number) {
  (void)signal_number;
  say("awl: ended by C-c, since it did not answer; the last input was, in hexadecimal,");
  say_note();
  say("; it was at\n");
  // The C library's own backtrace() would load a library for this, which a handler must not.
  struct callers callers = {.count = 0};
  _Unwind_Backtrace(add_caller, &callers);
  backtrace_symbols_fd(callers.addresses, callers.count, STDERR_FILENO);
  signal_guard_end_stalled();
}

/// Reads the input for as long as the loop is in the same round.
static void watch(unsigned long round) {
  while (atomic_load(&rounds) == round) {
    struct pollfd source = {.fd = input, .events = POLLIN};
    if (poll(&source, 1, poll_time) <= 0) continue;
    pthread_mutex_lock(&lock);
    ssize_t count = 0;
    // Checked again under the lock, so that input read by the loop comes after the input stored
    // here.
    if (atomic_load(&rounds) == round && signal_guard_screen_can_be_given_back()) {
      count = read(input, kept + kept_count, kept_size - kept_count);
      for (ssize_t i = 0; i < count; i++) interrupts += kept[kept_count + (size_t)i] == interrupt;
      if (count > 0) kept_count += (size_t)count;
    }
    int is_enough = interrupts >= 2;
    // Excess input is discarded, after counting the C-c in it.
    if (kept_count == kept_size) kept_count = 0;
    pthread_mutex_unlock(&lock);
    if (is_enough) {
      pthread_kill(loop, SIGRTMIN);
      usleep(1000000);
      // The loop's thread handles no signals: it is waiting in the kernel.
      say("awl: ended by C-c, since it did not answer; the kernel held it\n");
      signal_guard_end_stalled();
    }
    if (count <= 0) usleep(poll_time * 1000);
  }
}

static void *guard(void *unused) {
  (void)unused;
  while (1) {
    unsigned long long expirations;
    if (read(timer, &expirations, sizeof expirations) < 0) {
      if (errno == EINTR) continue;
      return NULL;
    }
    unsigned long round = atomic_load(&rounds);
    if (round % 2 == 0) continue;
    if (signal_guard_screen_can_be_given_back()) watch(round);
    // A foreground program may use the terminal for as long as it likes.
    else set_timer(limit);
  }
}

void stall_guard_start(int from, int milliseconds) {
  if (timer >= 0) return;
  input = from;
  limit = milliseconds;
  loop = pthread_self();
  timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
  if (timer < 0) return;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_stall;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  sigemptyset(&action.sa_mask);
  sigaction(SIGRTMIN, &action, NULL);
  // Signals that request something are for the loop's thread.
  sigset_t all, old;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &old);
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (pthread_create(&thread, &attributes, guard, NULL) != 0) {
    close(timer);
    timer = -1;
  }
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
}

void stall_guard_works(void) {
  if (timer < 0) return;
  if (atomic_load(&rounds) % 2 == 0) atomic_fetch_add(&rounds, 1);
  set_timer(limit);
}

void stall_guard_waits(void) {
  if (timer < 0 || atomic_load(&rounds) % 2 == 0) return;
  atomic_fetch_add(&rounds, 1);
  set_timer(0);
}

void stall_guard_note(const unsigned char *bytes, size_t count) {
  size_t start = count > note_size ? count - note_size : 0;
  note_count = count - start;
  memcpy(note, bytes + start, note_count);
}

size_t stall_guard_take(unsigned char *bytes, size_t room) {
  pthread_mutex_lock(&lock);
  size_t count = kept_count < room ? kept_count : room;
  memcpy(bytes, kept, count);
  memmove(kept, kept + count, kept_count - count);
  kept_count -= count;
  interrupts = 0;
  pthread_mutex_unlock(&lock);
  return count;
}
