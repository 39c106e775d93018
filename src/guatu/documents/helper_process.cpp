#include "guatu/documents/helper_process.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

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
[[noreturn]] void become(char** words, char** environment) {
  setpgid(0, 0);
  const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing >= 0)
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      dup2(nothing, stream);
  execve(words[0], words, environment);
  _exit(127);
}

}  // namespace

HelperEnd run_helper(const std::vector<std::string>& words,
                     const std::vector<std::pair<std::string, std::string>>& settings,
                     std::chrono::milliseconds limit) {
  constexpr auto kPause = std::chrono::milliseconds(20);
  auto word_list = words;
  auto environment_list = environment_with(settings);
  const auto word_pointers = pointers(word_list);
  const auto environment_pointers = pointers(environment_list);
  const auto child = fork();
  if (child < 0) return HelperEnd::Failed;
  if (child == 0) become(const_cast<char**>(word_pointers.data()), const_cast<char**>(environment_pointers.data()));
  setpgid(child, child);  // Here too, so that the group exists whoever comes first.
  const auto deadline = std::chrono::steady_clock::now() + limit;
  int status = 0;
  for (;;) {
    const auto ended = waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? HelperEnd::Done : HelperEnd::Failed;
    if (ended < 0 && errno != EINTR) return HelperEnd::Failed;
    if (std::chrono::steady_clock::now() >= deadline) break;
    std::this_thread::sleep_for(kPause);
  }
  kill(-child, SIGKILL);
  waitpid(child, &status, 0);
  return HelperEnd::OutOfTime;
}

}  // namespace guatu::documents
