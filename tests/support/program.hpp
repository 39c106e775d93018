#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// The program as its users have it: a process with arguments, output, errors and an exit code.
namespace guatu::test {

struct ProgramRun {
  int exit_code = -1;  ///< 128 + signal when it was killed.
  std::string out, err;
};

/// Runs GUATU_BINARY (or `program`) in `folder`. Leak checks stay on unless `traced`.
[[nodiscard]] ProgramRun run_guatu(const std::vector<std::string>& arguments, const std::filesystem::path& folder);
[[nodiscard]] ProgramRun run_program(const std::vector<std::string>& words, const std::filesystem::path& folder,
                                     int kill_after_microseconds = -1);

/// A folder of its own below the system's temporary one, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

[[nodiscard]] std::string read_text(const std::filesystem::path& path);
void write_text(const std::filesystem::path& path, const std::string& text);

}  // namespace guatu::test
