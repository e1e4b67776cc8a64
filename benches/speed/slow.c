/* Loaded before the C library: every sync of the disk is held up for SYNC_MS milliseconds and leaves one byte in
   SYNC_LOG. Both are set by slow.rs. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static int held_up(const char *name, int file)
{
    const char *ms = getenv("SYNC_MS"), *path = getenv("SYNC_LOG");
    int (*sync_file)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    struct timespec wait = {0, (ms ? atol(ms) : 0) * 1000000};
    int log, result;

    nanosleep(&wait, NULL);
    result = sync_file(file);
    log = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (log >= 0) {
        if (write(log, "s", 1) != 1)
            result = -1;
        close(log);
    }
    return result;
}

int fsync(int file) { return held_up("fsync", file); }
int fdatasync(int file) { return held_up("fdatasync", file); }
