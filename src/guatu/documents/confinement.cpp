#include "guatu/documents/confinement.hpp"

#include <fcntl.h>
#include <sched.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace guatu::documents {
namespace {

void set_limit(__rlimit_resource resource, std::uint64_t most) {
  if (most == 0) return;
  const rlimit both{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
  setrlimit(resource, &both);
}

void write_once(const char* path, std::string_view text) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  [[maybe_unused]] const auto written = write(file, text.data(), text.size());
  close(file);
}

std::string same_number(std::uint64_t number) {
  return std::to_string(number) + " " + std::to_string(number) + " 1";
}

}  // namespace

Confinement::Confinement(const HelperLimits& limits)
    : limits_(limits), user_map_(same_number(geteuid())), group_map_(same_number(getegid())) {}

/// True in a user namespace of its own, where it stays who it was.
bool Confinement::leave_network() const {
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
    unshare(CLONE_NEWNET);
    return false;
  }
  write_once("/proc/self/setgroups", "deny");
  write_once("/proc/self/uid_map", user_map_);
  write_once("/proc/self/gid_map", group_map_);
  return true;
}

void Confinement::enter() const {
  constexpr int kFirstOther = 3;
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  close_range(kFirstOther, ~0U, CLOSE_RANGE_CLOEXEC);
  const bool alone = limits_.without_network && leave_network();
  if (alone) set_limit(RLIMIT_NPROC, limits_.processes);
  set_limit(RLIMIT_DATA, limits_.memory_bytes);
  set_limit(RLIMIT_FSIZE, limits_.file_bytes);
  set_limit(RLIMIT_CPU, limits_.cpu_seconds);
  set_limit(RLIMIT_NOFILE, limits_.open_files);
}

}  // namespace guatu::documents
