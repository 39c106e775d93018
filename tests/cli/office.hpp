#pragma once

#include <boost/json.hpp>
#include <string>
#include <vector>

#include "tests/support/paths.hpp"
#include "tests/support/program.hpp"

/// An office with a store of its own, a sample campaign and the commands that it types.
namespace guatu::test {

class Office {
 public:
  explicit Office(std::string campaign) : campaign_(std::move(campaign)) {}

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  [[nodiscard]] std::string campaign_directory() const {
    return std::string(GUATU_SOURCE_DIR) + "/campaigns/" + campaign_;
  }

  ProgramRun run(const std::vector<std::string>& arguments) const { return run_guatu(arguments, folder()); }
  /// The one document of --json; fails the test when there is none.
  [[nodiscard]] boost::json::value ask(std::vector<std::string> arguments, int exit_code = 0) const;

  void init() const;
  void make_sample(int projects, int seed) const;
  /// Dekads of the sample, in order.
  [[nodiscard]] std::vector<std::string> dekads() const;
  [[nodiscard]] std::vector<std::string> returns_of(const std::string& dekad) const;
  ProgramRun import(const std::string& dekad, std::vector<std::string> more = {}) const;
  /// Import, lock and publish one dekad.
  void publish(const std::string& dekad) const;
  [[nodiscard]] std::int64_t head() const;

 private:
  std::string campaign_;
  TemporaryFolder folder_;
};

/// Last day of "2022-12-D3".
[[nodiscard]] std::string last_day(const std::string& dekad);

}  // namespace guatu::test
