#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

#include "tests/support/paths.hpp"

namespace guatu::testing {

/// Compares with tests/golden/`name`, text that a human can read; writes it anew when GUATU_UPDATE_GOLDEN is set.
inline void expect_golden(const std::string& name, const std::string& text) {
  const auto path = std::filesystem::path(GUATU_SOURCE_DIR) / "tests" / "golden" / name;
  if (std::getenv("GUATU_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file.good()) << path << " is missing; write it with GUATU_UPDATE_GOLDEN=1";
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(text, expected) << "read the difference, then write " << path << " anew with GUATU_UPDATE_GOLDEN=1";
}

}  // namespace guatu::testing
