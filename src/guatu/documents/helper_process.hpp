#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace guatu::documents {

enum class HelperEnd { Done, Failed, OutOfTime };

/// What a program that reads strangers' files may use. 0: as much as we may.
struct HelperLimits {
  std::uint64_t memory_bytes = 0;  ///< Written memory of each process (RLIMIT_DATA).
  std::uint64_t file_bytes = 0;    ///< Of each file that it writes.
  std::uint64_t cpu_seconds = 0;   ///< Of each process.
  std::uint64_t open_files = 0;    ///< Of each process.
  std::uint64_t processes = 0;     ///< With threads; only where it gets a user namespace of its own.
  bool without_network = false;    ///< A network namespace without any interface, where the kernel permits one.
};

/// Runs a program to its end, without input or output and as a group of its own; at the limit the whole group is killed, and
/// what it has started and left behind is killed at its end too. It can gain no rights, and of our open files it gets none.
/// `words` begins with the program's path; `settings` are added to the environment.
///
/// Of `limits`, those of memory, files and processor time hold everywhere. The network is out of reach where the kernel gives
/// a namespace: to root, and to everybody where user namespaces are allowed, as on Debian 12 outside of containers. Elsewhere
/// the program runs all the same, and its own settings have to keep it off the network.
[[nodiscard]] HelperEnd run_helper(const std::vector<std::string>& words,
                                   const std::vector<std::pair<std::string, std::string>>& settings,
                                   std::chrono::milliseconds limit, const HelperLimits& limits = {});

}  // namespace guatu::documents
