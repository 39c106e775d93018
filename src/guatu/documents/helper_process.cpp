#include "guatu/documents/helper_process.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "guatu/documents/confinement.hpp"

namespace guatu::documents {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (auto& word : words)
    list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

std::vector<std::string> environment_with(const std::vector<std::pair<std::string, std::string>>& settings) {
  std::vector<std::string> lines;
  for (char** line = environ; *line != nullptr; ++line) {
    const std::string_view text(*line);
    if (std::ranges::none_of(settings, [&](const auto& setting) { return text.starts_with(setting.first + "="); }))
      lines.emplace_back(text);
  }
  for (const auto& [name, value] : settings)
    lines.push_back(name + "=" + value);
  return lines;
}

/// In the new process, where nothing may be allocated any more.
[[noreturn]] void become(char** words, char** environment, const Confinement& confinement) {
  setpgid(0, 0);
  const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing >= 0)
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      dup2(nothing, stream);
  confinement.enter();
  execve(words[0], words, environment);
  _exit(127);
}

/// False when it has not ended by then. It stays to be reaped.
bool wait_for_end(pid_t child, std::chrono::steady_clock::time_point deadline) {
  constexpr auto kPause = std::chrono::milliseconds(20);
  while (std::chrono::steady_clock::now() < deadline) {
    siginfo_t ended{};
    if (waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOHANG | WNOWAIT) != 0 && errno != EINTR)
      return true;
    if (ended.si_pid == child) return true;
    std::this_thread::sleep_for(kPause);
  }
  return false;
}

}  // namespace

HelperEnd run_helper(const std::vector<std::string>& words,
                     const std::vector<std::pair<std::string, std::string>>& settings, std::chrono::milliseconds limit,
                     const HelperLimits& limits) {
  auto word_list = words;
  auto environment_list = environment_with(settings);
  const auto word_pointers = pointers(word_list);
  const auto environment_pointers = pointers(environment_list);
  const Confinement confinement(limits);
  const auto child = fork();
  if (child < 0) return HelperEnd::Failed;
  if (child == 0)
    become(const_cast<char**>(word_pointers.data()), const_cast<char**>(environment_pointers.data()), confinement);
  setpgid(child, child);  // Here too, so that the group exists whoever comes first.
  const auto deadline = std::chrono::steady_clock::now() + limit;
  const bool in_time = wait_for_end(child, deadline);
  // Not reaped yet, so the group is still its own: whatever it has left behind ends with it.
  kill(-child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!in_time) return HelperEnd::OutOfTime;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? HelperEnd::Done : HelperEnd::Failed;
}

}  // namespace guatu::documents
