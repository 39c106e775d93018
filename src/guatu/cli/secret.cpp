#include "guatu/cli/secret.hpp"

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace guatu::cli {
namespace {

/// While it lives the terminal does not show what is typed.
class NoEcho {
 public:
  NoEcho() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    auto silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
  }
  ~NoEcho() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

/// Without the line's end; nothing at the end of the input.
std::string read_line() {
  std::string line;
  constexpr std::size_t kLongest = 4096;
  for (char letter = 0; line.size() < kLongest && ::read(STDIN_FILENO, &letter, 1) == 1 && letter != '\n';)
    line += letter;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

std::string ask(const std::string& prompt) {
  std::fputs(prompt.c_str(), stderr);
  std::fflush(stderr);
  const NoEcho silent;
  auto line = read_line();
  std::fputc('\n', stderr);
  return line;
}

}  // namespace

Result<std::string> read_secret(const std::string& prompt) {
  const bool typed = isatty(STDIN_FILENO) != 0;
  auto secret = typed ? ask(prompt) : read_line();
  if (secret.empty())
    return make_error(ErrorKind::WrongUsage, "user", "没有读到密码：请在终端输入，或由标准输入给出一行",
                      "no password was read: type it at the terminal, or give one line on standard input");
  if (typed && ask(prompt) != secret)
    return make_error(ErrorKind::Refused, "user", "两次输入的密码不同，没有改动",
                      "the two differ; nothing was changed");
  return secret;
}

}  // namespace guatu::cli
