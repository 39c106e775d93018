#include "tests/engines/seeded_office.hpp"

#include <gtest/gtest.h>

#include "guatu/app/wiring.hpp"
#include "guatu/cli/command.hpp"

#include "tests/support/seeded_entropy.hpp"

namespace guatu::test {

SeededOffice::SeededOffice(std::string url) : url_(std::move(url)), services_(app::wire()) {
  services_.entropy = std::make_shared<SeededEntropy>(20221120);
  services_.user = "office";
}

std::string SeededOffice::run(std::vector<std::string> words, int exit_code) const {
  words.insert(words.end(), {"--db", url_});
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const int code = cli::run(words, services_);
  const auto err = testing::internal::GetCapturedStderr();
  auto out = testing::internal::GetCapturedStdout();
  EXPECT_EQ(code, exit_code) << words.front() << " on " << url_.substr(0, url_.find(':')) << "\n" << out << err;
  return out;
}

}  // namespace guatu::test
