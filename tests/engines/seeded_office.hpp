#pragma once

#include <string>
#include <vector>

#include "guatu/cli/shell.hpp"

namespace guatu::test {

/// The command line of one office, in this process so that its salts can be chosen.
class SeededOffice {
 public:
  explicit SeededOffice(std::string url);

  /// What the command says on standard output; the test fails when it ends otherwise than with `exit_code`.
  std::string run(std::vector<std::string> words, int exit_code = 0) const;

 private:
  std::string url_;
  cli::Services services_;
};

}  // namespace guatu::test
