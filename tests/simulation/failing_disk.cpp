#include "tests/simulation/failing_disk.hpp"

#include <sqlite3.h>
#include <string_view>

namespace guatu::simulation::failing_disk {
namespace {

Failure ordered = Failure::None;
int countdown = 0;
bool struck = false;
sqlite3_vfs* system_disk = nullptr;

/// Whether an operation of this kind fails now.
bool strikes(bool is_sync) {
  if (ordered == Failure::None) return false;
  if (struck) return ordered == Failure::Killed || is_sync == (ordered == Failure::SyncFails);
  if (is_sync != (ordered == Failure::SyncFails)) return false;
  struck = --countdown <= 0;
  return struck;
}

bool is_dead() {
  return struck && ordered == Failure::Killed;
}

/// SQLite's handle: ours first, the system's behind it.
struct File {
  sqlite3_file base;
  sqlite3_file* real;
};

sqlite3_file* real(sqlite3_file* file) {
  return reinterpret_cast<File*>(file)->real;
}

int close(sqlite3_file* file) {
  return real(file)->pMethods->xClose(real(file));
}
int read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 at) {
  return real(file)->pMethods->xRead(real(file), bytes, count, at);
}
int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
  const bool dead_before = is_dead();
  if (!strikes(false)) return real(file)->pMethods->xWrite(real(file), bytes, count, at);
  if (ordered == Failure::Full) return SQLITE_FULL;
  // What died in this write leaves the half of it that arrived.
  if (ordered == Failure::Killed && !dead_before) real(file)->pMethods->xWrite(real(file), bytes, count / 2, at);
  return SQLITE_IOERR_WRITE;
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return is_dead() ? SQLITE_IOERR_TRUNCATE : real(file)->pMethods->xTruncate(real(file), size);
}
int sync(sqlite3_file* file, int flags) {
  return strikes(true) ? SQLITE_IOERR_FSYNC : real(file)->pMethods->xSync(real(file), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
int lock(sqlite3_file* file, int level) {
  return real(file)->pMethods->xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}
int check_reserved(sqlite3_file* file, int* out) {
  return real(file)->pMethods->xCheckReservedLock(real(file), out);
}
int control(sqlite3_file* file, int op, void* argument) {
  return real(file)->pMethods->xFileControl(real(file), op, argument);
}
int sector_size(sqlite3_file* file) {
  return real(file)->pMethods->xSectorSize(real(file));
}
int characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void barrier(sqlite3_file* file) {
  real(file)->pMethods->xShmBarrier(real(file));
}
int unmap_shared(sqlite3_file* file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), is_dead() ? 0 : remove);
}

constexpr sqlite3_io_methods kMethods{2,
                                      close,
                                      read,
                                      write,
                                      truncate,
                                      sync,
                                      file_size,
                                      lock,
                                      unlock,
                                      check_reserved,
                                      control,
                                      sector_size,
                                      characteristics,
                                      map_shared,
                                      lock_shared,
                                      barrier,
                                      unmap_shared,
                                      nullptr,
                                      nullptr};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  auto* ours = reinterpret_cast<File*>(file);
  ours->base.pMethods = nullptr;
  ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
  const int code = system_disk->xOpen(system_disk, name, ours->real, flags, out_flags);
  if (code == SQLITE_OK) ours->base.pMethods = &kMethods;
  return code;
}

int remove(sqlite3_vfs*, const char* name, int sync_folder) {
  return is_dead() ? SQLITE_IOERR_DELETE : system_disk->xDelete(system_disk, name, sync_folder);
}

}  // namespace

void install() {
  static sqlite3_vfs ours;
  if (system_disk != nullptr) return;
  system_disk = sqlite3_vfs_find(nullptr);
  ours = *system_disk;
  ours.zName = "failing";
  ours.pNext = nullptr;
  ours.szOsFile = static_cast<int>(sizeof(File)) + system_disk->szOsFile;
  ours.xOpen = open;
  ours.xDelete = remove;
  sqlite3_vfs_register(&ours, 1);
}

void order(Failure failure, int after) {
  ordered = failure;
  countdown = after;
  struck = false;
}

bool has_struck() {
  return struck;
}

}  // namespace guatu::simulation::failing_disk
