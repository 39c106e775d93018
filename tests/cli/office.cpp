#include "tests/cli/office.hpp"

#include <algorithm>
#include <gtest/gtest.h>

#include "guatu/calendar/dekad.hpp"

namespace guatu::test {

boost::json::value Office::ask(std::vector<std::string> arguments, int exit_code) const {
  arguments.emplace_back("--json");
  const auto answer = run(arguments);
  EXPECT_EQ(answer.exit_code, exit_code) << arguments.front() << "\n" << answer.err;
  boost::system::error_code error;
  auto value = boost::json::parse(answer.out, error);
  EXPECT_FALSE(error) << arguments.front() << ": " << answer.out;
  return value;
}

void Office::init() const {
  const auto made = run({"init", "--campaign", campaign_directory(), "--now", "2020-01-01T08:00:00+08:00"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
}

void Office::make_sample(int projects, int seed) const {
  const auto made =
      run({"sample", "--projects", std::to_string(projects), "--seed", std::to_string(seed), "--out", "sample"});
  ASSERT_EQ(made.exit_code, 0) << made.err;
}

std::vector<std::string> Office::dekads() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder() / "sample"))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> Office::returns_of(const std::string& dekad) const {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder() / "sample" / dekad))
    files.push_back(entry.path().string());
  std::ranges::sort(files);
  return files;
}

ProgramRun Office::import(const std::string& dekad, std::vector<std::string> more) const {
  std::vector<std::string> arguments{"import"};
  for (auto& file : returns_of(dekad))
    arguments.push_back(std::move(file));
  arguments.insert(arguments.end(), {"--now", last_day(dekad) + "T18:00:00+08:00"});
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run(arguments);
}

void Office::publish(const std::string& dekad) const {
  const auto now = last_day(dekad) + "T18:00:00+08:00";
  const auto imported = import(dekad);
  ASSERT_EQ(imported.exit_code, 0) << imported.out << imported.err;
  ASSERT_EQ(run({"lock", "--dekad", dekad, "--now", now}).exit_code, 0);
  const auto published = run({"publish", "--dekad", dekad, "--now", now});
  ASSERT_EQ(published.exit_code, 0) << published.err;
}

std::int64_t Office::head() const {
  return ask({"verify"}).as_object().at("commits").as_int64();
}

std::string last_day(const std::string& dekad) {
  return format_iso(parse_dekad(dekad).value().last_day());
}

}  // namespace guatu::test
