#include "tests/support/program.hpp"

#include <csignal>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/paths.hpp"

namespace guatu::test {
namespace {

int open_output(const std::filesystem::path& path) {
  return ::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
}

[[noreturn]] void become(const std::vector<std::string>& words, const std::filesystem::path& folder,
                         const std::filesystem::path& out, const std::filesystem::path& err) {
  std::vector<char*> arguments;
  for (const auto& word : words)
    arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const int out_file = open_output(out);
  const int err_file = open_output(err);
  if (out_file >= 0 && err_file >= 0 && chdir(folder.c_str()) == 0 && dup2(out_file, STDOUT_FILENO) >= 0 &&
      dup2(err_file, STDERR_FILENO) >= 0)
    execvp(arguments.front(), arguments.data());
  _exit(127);
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& words, const std::filesystem::path& folder,
                       int kill_after_microseconds) {
  const TemporaryFolder outputs;
  const auto out = outputs.path() / "out";
  const auto err = outputs.path() / "err";
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) become(words, folder, out, err);
  if (kill_after_microseconds >= 0) {
    usleep(static_cast<useconds_t>(kill_after_microseconds));
    kill(child, SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ProgramRun run;
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.out = read_text(out);
  run.err = read_text(err);
  return run;
}

ProgramRun run_guatu(const std::vector<std::string>& arguments, const std::filesystem::path& folder) {
  std::vector<std::string> words{GUATU_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return run_program(words, folder);
}

TemporaryFolder::TemporaryFolder() {
  auto pattern = (std::filesystem::temp_directory_path() / "guatu-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string read_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

void write_text(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace guatu::test
