#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

#include "tests/support/program.hpp"

namespace guatu::test {

/// `guatu serve` as a process of its own at a port of its own, stopped at the end whatever happens.
class Served {
 public:
  /// Serves the store `guatu.db` of `folder`; `more` are further words.
  explicit Served(const std::filesystem::path& folder, const std::vector<std::string>& more = {});
  ~Served();
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] const std::string& first_line() const { return first_line_; }
  /// What was logged so far.
  [[nodiscard]] std::string log() const;
  /// Sends the signal and gives the exit code, 128 + signal when it died of one.
  int stop(int signal);

 private:
  TemporaryFolder outputs_;
  pid_t child_ = -1;
  int output_ = -1;  ///< Kept open: who serves may say more.
  std::uint16_t port_ = 0;
  std::string first_line_;
};

}  // namespace guatu::test
