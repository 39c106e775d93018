#include "guatu/store/sqlite/whole_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <soci/soci.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "guatu/store/sql/sqlite_sql.hpp"

namespace guatu::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path) {
  throw std::system_error(errno, std::generic_category(), path);
}

}  // namespace

void create_private(const std::string& path) {
  const int file = open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (file < 0) fail(path);
  close(file);
}

void sync_path(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(path);
  const bool synced = fsync(file) == 0;
  const int cause = errno;
  close(file);
  errno = cause;
  if (!synced) fail(path);
}

void copy_bytes(const std::string& from, const std::string& to) {
  create_private(to);
  std::ifstream source(from, std::ios::binary);
  std::ofstream target(to, std::ios::binary | std::ios::trunc);
  std::vector<char> block(1 << 16);
  errno = 0;
  while (source && target) {
    source.read(block.data(), static_cast<std::streamsize>(block.size()));
    target.write(block.data(), source.gcount());
  }
  target.close();
  if (!source.eof()) fail(from);
  if (!target) fail(to);
}

std::string folder_of(const std::string& path) {
  const auto folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder.string();
}

std::string free_name(const std::string& name) {
  auto free = name;
  for (int i = 2; fs::exists(free); ++i)
    free = name + "-" + std::to_string(i);
  return free;
}

void copy_whole(soci::session& session, const std::string& unfinished, const std::string& copy) {
  fs::remove(unfinished);
  create_private(unfinished);
  try {
    session << sql::sqlite::kCopyInto, soci::use(unfinished, "path");
    sync_path(unfinished);
    fs::rename(unfinished, copy);
  } catch (...) {
    std::error_code ignored;
    fs::remove(unfinished, ignored);
    throw;
  }
  sync_path(folder_of(copy));
}

}  // namespace guatu::store
