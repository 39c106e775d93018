#include <gmock/gmock.h>

#include "tests/store/helper.hpp"

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (!words.empty() && words.front() == guatu::test::kHelperWord)
    return guatu::test::run_helper({words.begin() + 1, words.end()});
  testing::InitGoogleMock(&argc, argv);
  return RUN_ALL_TESTS();
}
