#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>

#include "guatu/telemetry/log.hpp"
#include "guatu/telemetry/metrics.hpp"

namespace guatu::telemetry {
namespace {

using testing::HasSubstr;

TEST(Log, WritesOneObjectALine) {
  std::vector<std::string> lines;
  const Log log(Level::Info, [&](std::string_view line) { lines.emplace_back(line); });
  log.write(Level::Debug, "left_out");
  log.write(Level::Info, "request",
            {{"route", std::string("/a\n\"b\"{}")}, {"status", std::int64_t{200}}, {"ms", 1.5}, {"ready", true}});
  ASSERT_EQ(lines.size(), 1U);
  const auto entry = boost::json::parse(lines.front()).as_object();
  EXPECT_EQ(entry.at("level").as_string(), "info");
  EXPECT_EQ(entry.at("event").as_string(), "request");
  EXPECT_EQ(entry.at("route").as_string(), "/a\n\"b\"{}");
  EXPECT_EQ(entry.at("status").as_int64(), 200);
  EXPECT_EQ(entry.at("ms").as_double(), 1.5);
  EXPECT_TRUE(entry.at("ready").as_bool());
  EXPECT_THAT(std::string(entry.at("at").as_string()), testing::EndsWith("+08:00"));
  EXPECT_EQ(lines.front().find('\n'), std::string::npos);
}

TEST(Log, KeepsLinesOfManyThreadsApart) {
  std::size_t lines = 0;
  const Log log(Level::Info, [&](std::string_view line) { lines += boost::json::parse(line).is_object() ? 1 : 0; });
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int j = 0; j < 50; ++j)
        log.write(Level::Info, "tick", {{"j", std::int64_t{j}}});
    });
  for (auto& thread : threads)
    thread.join();
  EXPECT_EQ(lines, 200U);
}

TEST(Redacted, LeavesOutWhatCouldBeAPassword) {
  EXPECT_EQ(redacted("postgresql://clerk:secret@db.example:5432/guatu?sslpassword=x"),
            "postgresql://db.example:5432/guatu");
  EXPECT_EQ(redacted("postgresql://clerk:p@ss@db/guatu"), "postgresql://db/guatu");
  EXPECT_EQ(redacted("postgresql://db/guatu"), "postgresql://db/guatu");
  EXPECT_EQ(redacted("postgresql://clerk:secret@"), "postgresql://");
  EXPECT_EQ(redacted("postgresql://clerk:secret@db?password=x"), "postgresql://db");
  EXPECT_EQ(redacted("postgresql://clerk:p/s?s@db/guatu"), "postgresql://") << "password or parameter?";
  EXPECT_EQ(redacted("postgresql://127.0.0.1/guatu?user=q&password=ab@Geheim77"), "postgresql://");
  EXPECT_EQ(redacted("postgresql://127.0.0.1/guatu?user=q&password=Geheim77"), "postgresql://127.0.0.1/guatu");
  EXPECT_EQ(redacted("sqlite:guatu.db"), "sqlite:guatu.db");
}

TEST(Log, NeverShowsAPasswordOfAnError) {
  std::string logged;
  const Log log(Level::Info, [&](std::string_view line) { logged = line; });
  log.write_error(
      Level::Error, "lost",
      make_error(ErrorKind::StoreFailed, "postgresql://a:secret@db", "", "no answer of postgresql://a:secret@db now"));
  EXPECT_THAT(logged, testing::Not(HasSubstr("secret")));
  EXPECT_THAT(logged, HasSubstr("no answer of postgresql://db now"));
}

TEST(LevelCalled, IsInfoForAnythingElse) {
  EXPECT_EQ(level_called("debug"), Level::Debug);
  EXPECT_EQ(level_called("error"), Level::Error);
  EXPECT_EQ(level_called("loud"), Level::Info);
}

TEST(Metrics, AreInTheTextFormOfPrometheus) {
  Metrics metrics("1.2.3", 1'700'000'000);
  using namespace std::chrono_literals;
  metrics.count_request("/a", "GET", 200, 3ms);
  metrics.count_request("/a", "GET", 200, 30ms);
  metrics.count_commit(CommitEnd::Done);
  metrics.count_commit(CommitEnd::Conflict);
  metrics.set_connections(2, 1);
  metrics.set_head(42);
  const auto text = metrics.text();
  EXPECT_THAT(text, HasSubstr("# TYPE guatu_http_requests_total counter\n"));
  EXPECT_THAT(text, HasSubstr("guatu_http_requests_total{method=\"GET\",route=\"/a\",status=\"200\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("guatu_http_request_seconds_bucket{route=\"/a\",le=\"0.005\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("guatu_http_request_seconds_bucket{route=\"/a\",le=\"+Inf\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("guatu_store_commits_total{end=\"conflict\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("guatu_store_connections{use=\"idle\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("guatu_store_head_seq 42\n"));
  EXPECT_THAT(text, HasSubstr("guatu_build_info{version=\"1.2.3\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("process_start_time_seconds 1700000000\n"));
}

}  // namespace
}  // namespace guatu::telemetry
