#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/store/journal_samples.hpp"
#include "tests/store/store_factory.hpp"
#include "tests/support/program.hpp"

namespace guatu::test {

/// A fresh store on each engine.
class StoreSuite : public testing::TestWithParam<StoreFactory> {
 protected:
  StoreSuite() : engine_(GetParam()), where_(engine_.create(folder_.path())), store_(reopened()) {}

  /// Another connection to the same store.
  [[nodiscard]] std::unique_ptr<ports::Store> reopened(
      std::chrono::milliseconds wait = std::chrono::seconds(30)) const {
    return std::move(engine_.open(where_, wait)).value();
  }

  /// Appends after whatever the head is; the test ends when that fails.
  ports::CommitHead append(const ports::Commit& commit) {
    const auto head = store_->find_head();
    return store_->append(commit, head.value().seq).value();
  }

  TemporaryFolder folder_;
  const StoreFactory& engine_;
  std::string where_;
  std::unique_ptr<ports::Store> store_;
  JournalSamples samples_;
};

inline std::string engine_name(const testing::TestParamInfo<StoreFactory>& info) {
  return info.param.name;
}

}  // namespace guatu::test

#define GUATU_ON_EVERY_ENGINE(suite) \
  INSTANTIATE_TEST_SUITE_P(Engines, suite, testing::ValuesIn(all_engines()), engine_name)
