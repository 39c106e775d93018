#include "tests/http/served.hpp"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/paths.hpp"

namespace guatu::test {
namespace {

constexpr int kPatienceMilliseconds = 120'000;

[[noreturn]] void become(const std::vector<std::string>& words, const std::filesystem::path& folder, int out,
                         const std::filesystem::path& err) {
  std::vector<char*> arguments;
  for (const auto& word : words)
    arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int err_file = ::open(err.c_str(), O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC, 0600);
  if (err_file >= 0 && chdir(folder.c_str()) == 0 && dup2(out, STDOUT_FILENO) >= 0 &&
      dup2(err_file, STDERR_FILENO) >= 0)
    execv(arguments.front(), arguments.data());
  _exit(127);
}

/// The first line of the pipe; what was read so far when it ends or nothing comes.
std::string read_line(int pipe) {
  std::string line;
  pollfd waiting{pipe, POLLIN, 0};
  for (char letter = 0;
       poll(&waiting, 1, kPatienceMilliseconds) > 0 && ::read(pipe, &letter, 1) == 1 && letter != '\n';)
    line += letter;
  return line;
}

/// A program that does not end is killed, which the exit code then says.
int reap(pid_t child) {
  constexpr int kStep = 10;
  int status = 0;
  for (int waited = 0; waitpid(child, &status, WNOHANG) == 0; waited += kStep) {
    if (waited >= kPatienceMilliseconds) kill(child, SIGKILL);
    usleep(kStep * 1000);
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Served::Served(const std::filesystem::path& folder, const std::vector<std::string>& more) {
  std::vector<std::string> words{GUATU_BINARY, "serve", "--listen", "127.0.0.1:0"};
  if (std::ranges::find(more, "--web") == more.end()) words.insert(words.end(), {"--web", "none"});
  words.insert(words.end(), more.begin(), more.end());
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const auto err = outputs_.path() / "err";
  child_ = fork();
  if (child_ == 0) become(words, folder, ends[1], err);
  ::close(ends[1]);
  output_ = ends[0];
  first_line_ = read_line(output_);
  const auto colon = first_line_.rfind(':');
  if (colon == std::string::npos) {
    stop(SIGKILL);
    ::close(output_);
    throw std::runtime_error("not served: " + first_line_ + "\n" + log());
  }
  port_ = static_cast<std::uint16_t>(std::stoi(first_line_.substr(colon + 1)));
}

Served::~Served() {
  if (child_ > 0) stop(SIGKILL);
  ::close(output_);
}

std::string Served::log() const {
  return read_text(outputs_.path() / "err");
}

int Served::stop(int signal) {
  kill(child_, signal);
  const auto code = reap(child_);
  child_ = -1;
  return code;
}

}  // namespace guatu::test
