#include <boost/json.hpp>
#include <csignal>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>
#include <sstream>

#include "tests/cli/example_file.hpp"
#include "tests/cli/office.hpp"
#include "tests/http/client.hpp"
#include "tests/http/served.hpp"

// `guatu serve` through its real door: a process, sockets, signals, a store that somebody else writes meanwhile.
namespace guatu::test {
namespace {

namespace bj = boost::json;
using testing::HasSubstr;
using testing::StartsWith;

/// A small campaign with one published dekad, made once for all tests here.
const Office& office() {
  static const auto* const made = [] {
    auto* fresh = new Office("example");
    fresh->init();
    fresh->make_sample(6, 4);
    fresh->publish(fresh->dekads().front());
    return fresh;
  }();
  return *made;
}

std::string day() {
  return last_day(office().dekads().front());
}

class Serve : public testing::Test {
 protected:
  [[nodiscard]] Reply get(const std::string& target, const std::string& more = "") const {
    return ask(served_.port(), target, more);
  }

  Served served_{office().folder(), {"--now", "2025-01-02T08:00:00+08:00"}};
};

/// Without what differs from run to run: who runs the tests, and how well a digest that stands in a paper is compressed.
bj::value without_chance(bj::value value) {
  if (auto* object = value.if_object()) {
    for (auto& [key, item] : *object) {
      const bool is_user = key == "actor" || key == "published_by";
      item = is_user ? bj::value("cli:office") : key == "size" ? bj::value(8192) : without_chance(item);
    }
  } else if (auto* list = value.if_array()) {
    for (auto& item : *list)
      item = without_chance(item);
  }
  return value;
}

TEST_F(Serve, SaysItsAddressFirst) {
  EXPECT_EQ(served_.first_line(), "http://127.0.0.1:" + std::to_string(served_.port()));
}

TEST_F(Serve, AnswersTheBytesOfTheCommandLine) {
  const auto head = office().run({"figures", "--as-of", day(), "--json"});
  ASSERT_EQ(head.exit_code, 0) << head.err;
  const auto figures = get("/api/v1/figures?as_of=" + day());
  EXPECT_EQ(figures.status, 200);
  EXPECT_EQ(figures.body, head.out);
  EXPECT_EQ(figures.header("content-type"), "application/json; charset=utf-8");
  EXPECT_EQ(figures.header("guatu-store"), "primary");
  EXPECT_EQ(get("/api/v1/leagues?as_of=" + day()).body, office().run({"leagues", "--as-of", day(), "--json"}).out);
  const std::string known_at = "2020-06-01T08:00:00+08:00";
  EXPECT_EQ(get("/api/v1/figures?known_at=2020-06-01T08:00:00%2B08:00&as_of=" + day()).body,
            office().run({"figures", "--as-of", day(), "--known-at", known_at, "--json"}).out);
}

TEST_F(Serve, ExplainsTheRowsBehindEveryUnit) {
  const auto leagues = bj::parse(get("/api/v1/leagues?as_of=" + day()).body);
  int units = 0;
  for (const auto& league : leagues.at("leagues").as_array())
    for (const auto& row : league.at("rows").as_array()) {
      const std::string unit(row.at("unit").as_string());
      EXPECT_EQ(get("/api/v1/leagues?as_of=" + day() + "&explain=" + unit).body,
                office().run({"leagues", "--as-of", day(), "--explain", unit, "--json"}).out);
      if (++units == 3) return;
    }
  FAIL() << "no unit is ranked";
}

TEST_F(Serve, ShowsTheCampaignAndItsDekads) {
  const auto campaign = bj::parse(get("/api/v1/campaign").body);
  EXPECT_EQ(campaign.at("id").as_string(), "example");
  EXPECT_FALSE(campaign.at("kinds").as_array().empty());
  EXPECT_FALSE(campaign.at("units").as_array().empty());
  const auto dekads = bj::parse(get("/api/v1/dekads").body).at("dekads").as_array();
  ASSERT_EQ(dekads.size(), 1U);
  EXPECT_EQ(dekads[0].at("dekad").as_string(), office().dekads().front());
  EXPECT_EQ(dekads[0].at("state").as_string(), "published");
  EXPECT_EQ(dekads[0].at("publications").as_array().size(), 1U);
}

TEST_F(Serve, GoldenBodies) {
  const std::pair<const char*, const char*> bodies[] = {
      {"http_campaign", "campaign"},
      {"http_units", "units"},
      {"http_dekads", "dekads"},
      {"http_bulletins", "bulletins"},
      {"http_bulletin_draft", "bulletins/draft"},
      {"http_trend", "trend"},
      {"http_rules", "rules"},
      {"http_projects", "projects?limit=2&finished=false&sort=-total_investment"},
      {"http_project", "projects/P0001"},
      {"http_history", "projects/P0001/history"},
      {"http_procedures", "procedures?limit=3&state=finished,handed_up"},
  };
  for (const auto& [name, question] : bodies)
    expect_example(name, without_chance(bj::parse(get("/api/v1/" + std::string(question)).body)));
  expect_example("http_problem", bj::parse(get("/api/v1/figures?as_of=soon&colour=red").body));
}

TEST_F(Serve, GoldenImport) {
  const auto dekad = office().dekads()[1];
  const auto bytes = read_text(office().returns_of(dekad).front());
  Connection connection(served_.port());
  connection.send(
      request_text("POST", "/api/v1/imports?dekad=" + dekad,
                   "X-Guatu-Request: 1\r\nX-File-Name: %E4%BB%BB%E5%8A%A1%E8%A1%A8.xlsx\r\nContent-Length: " +
                       std::to_string(bytes.size()) + "\r\n") +
      bytes);
  auto answer = bj::parse(connection.receive().body);
  auto& object = answer.as_object();
  ASSERT_EQ(object.at("annotated").as_string(),
            "/api/v1/imports/" + std::string(object.at("id").as_string()) + "/annotated");
  object["id"] = "0123456789abcdef0123456789abcdef";
  object["annotated"] = "/api/v1/imports/0123456789abcdef0123456789abcdef/annotated";
  expect_example("http_import", answer);
}

TEST_F(Serve, SendsNothingTwice) {
  const auto target = "/api/v1/figures?as_of=" + day();
  const auto first = get(target);
  const auto tag = first.header("etag");
  ASSERT_THAT(tag, StartsWith("\""));
  const auto again = get(target, "If-None-Match: \"other\", " + tag + "\r\n");
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.header("etag"), tag);
  EXPECT_EQ(get(target, "If-None-Match: \"other\"\r\n").status, 200);
  EXPECT_NE(get("/api/v1/figures?as_of=" + last_day(office().dekads()[1])).header("etag"), tag);
}

TEST_F(Serve, AnswersHeadWithTheLengthAndNothingElse) {
  const auto target = "/api/v1/figures?as_of=" + day();
  const auto body = get(target).body;
  Connection connection(served_.port());
  connection.send(request_text("HEAD", target));
  const auto head = connection.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("content-length"), std::to_string(body.size()));
  connection.send(request_text("GET", target, "Connection: close\r\n"));
  EXPECT_EQ(connection.receive().body, body) << "bytes of a body stood behind the head";
  EXPECT_TRUE(connection.is_closed_by_server());
}

struct Refused {
  const char* method;
  const char* target;
  int status;
  const char* code;
};

TEST_F(Serve, RefusesWithStatusAndProblem) {
  const Refused cases[] = {
      {"GET", "/nothing", 404, "not_found"},
      {"GET", "/api/v1/figures/more", 404, "not_found"},
      {"GET", "/../../etc/passwd", 404, "not_found"},
      {"GET", "/%2e%2e/%2e%2e/etc/passwd", 404, "not_found"},
      {"GET", "/%2fetc%2fpasswd", 404, "not_found"},
      {"POST", "/api/v1/figures", 405, "method_not_allowed"},
      {"DELETE", "/", 405, "method_not_allowed"},
      {"GET", "/api/v1/figures?as_of=", 400, "wrong_usage"},
      {"GET", "/api/v1/figures?as_of=2022-13-01", 400, "wrong_usage"},
      {"GET", "/api/v1/figures?as_of=%zz", 400, "wrong_usage"},
      {"GET", "/%ff", 400, "wrong_usage"},
      {"GET", "/api/v1/leagues?as_of=2020-01-10&explain=nobody", 404, "not_found"},
      {"GET", "/api/v1/figures?as_of=2020-01-10&known_at=1999-01-01", 404, "not_found"},
  };
  for (const auto& each : cases) {
    Connection connection(served_.port());
    connection.send(request_text(each.method, each.target));
    const auto reply = connection.receive();
    EXPECT_EQ(reply.status, each.status) << each.method << " " << each.target;
    ASSERT_EQ(reply.header("content-type"), "application/problem+json; charset=utf-8") << each.target << reply.body;
    const auto problem = bj::parse(reply.body);
    EXPECT_EQ(problem.at("code").as_string(), each.code);
    EXPECT_EQ(problem.at("status").as_int64(), each.status);
    if (each.status == 405) {
      EXPECT_EQ(reply.header("allow"), "GET, HEAD");
    }
  }
}

TEST_F(Serve, SaysEveryWrongParameterAtOnceAndWhichItIs) {
  const auto problem = bj::parse(get("/api/v1/figures?as_of=soon&known_at=later&colour=red&known_at=x").body);
  std::vector<std::string> pointers;
  for (const auto& error : problem.at("errors").as_array())
    pointers.emplace_back(error.at("pointer").as_string());
  EXPECT_THAT(pointers, testing::ElementsAre("/query/as_of", "/query/known_at", "/query/colour", "/query/known_at"));
}

TEST_F(Serve, AnswersOnlyToItsOwnName) {
  const auto with_host = [&](const std::string& host) {
    Connection connection(served_.port());
    connection.send("GET /healthz HTTP/1.1\r\n" + host + "\r\n");
    return connection.receive().status;
  };
  EXPECT_EQ(with_host("Host: localhost:8080\r\n"), 200);
  EXPECT_EQ(with_host("host: [::1]:8080\r\n"), 200);
  EXPECT_EQ(with_host("Host: guatu.example.org\r\n"), 421);
  EXPECT_EQ(with_host("Host: 127.0.0.1.example.org\r\n"), 421);
  EXPECT_EQ(with_host(""), 400);
  EXPECT_EQ(with_host("Host: localhost\r\nHost: localhost\r\n"), 400);
}

TEST_F(Serve, CarriesStrictHeaders) {
  for (const auto* target : {"/", "/nothing", "/api/v1/campaign"}) {
    const auto reply = get(target);
    EXPECT_THAT(reply.header("content-security-policy"), HasSubstr("default-src 'none'")) << target;
    EXPECT_EQ(reply.header("x-content-type-options"), "nosniff");
    EXPECT_EQ(reply.header("referrer-policy"), "no-referrer");
    EXPECT_FALSE(reply.header("request-id").empty());
  }
}

TEST_F(Serve, NamesWhatItServes) {
  const auto page = get("/");
  EXPECT_EQ(page.header("content-type"), "text/html; charset=utf-8");
  for (const auto* path : {"/api/v1/figures", "/api/v1/leagues", "/api/v1/dekads", "/metrics", "/readyz"})
    EXPECT_THAT(page.body, HasSubstr(path));
}

TEST_F(Serve, IsWatched) {
  EXPECT_EQ(get("/healthz").body, "ok\n");
  EXPECT_EQ(get("/readyz").body, "ready\n");
  EXPECT_EQ(get("/api/v1/campaign").status, 200);
  EXPECT_EQ(get("/strange/path").status, 404);
  const auto metrics = get("/metrics").body;
  EXPECT_THAT(metrics,
              HasSubstr("guatu_http_requests_total{method=\"GET\",route=\"/api/v1/campaign\",status=\"200\"} 1\n"));
  EXPECT_THAT(metrics, HasSubstr("guatu_http_requests_total{method=\"GET\",route=\"(none)\",status=\"404\"} 1\n"));
  EXPECT_THAT(metrics, HasSubstr("guatu_store_head_seq " + std::to_string(office().head()) + "\n"));
  EXPECT_THAT(metrics, HasSubstr("guatu_http_request_seconds_count{route=\"/readyz\"} 1\n"));
  EXPECT_THAT(metrics, HasSubstr("guatu_build_info{version="));
}

TEST_F(Serve, StopsWhenToldTo) {
  EXPECT_EQ(get("/api/v1/campaign").status, 200);
  Connection idle(served_.port());
  EXPECT_EQ(served_.stop(SIGTERM), 0);
  EXPECT_TRUE(idle.is_closed_by_server());
  std::istringstream lines(served_.log());
  std::vector<std::string> events;
  static const std::regex kInstant(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00)");
  for (std::string line; std::getline(lines, line);) {
    const auto entry = bj::parse(line);
    EXPECT_TRUE(std::regex_match(std::string(entry.at("at").as_string()), kInstant)) << line;
    events.emplace_back(entry.at("event").as_string());
  }
  EXPECT_THAT(events, testing::ElementsAre("started", "request", "stopping", "stopped"));
}

TEST(ServeStarting, StopsByTheKeyboardToo) {
  Served served(office().folder(), {"--json"});
  EXPECT_THAT(served.first_line(), StartsWith("{\"listening\":\"http://127.0.0.1:"));
  EXPECT_EQ(served.stop(SIGINT), 0);
}

TEST(ServeStarting, SeesWhatOthersCommit) {
  Office other("example");
  other.init();
  other.make_sample(4, 9);
  const Served served(other.folder());
  const auto target = "/api/v1/figures?as_of=" + last_day(other.dekads().front());
  const auto before = ask(served.port(), target);
  ASSERT_EQ(before.status, 200);
  other.publish(other.dekads().front());
  const auto after = ask(served.port(), target);
  EXPECT_NE(after.header("etag"), before.header("etag"));
  EXPECT_EQ(after.body, other.run({"figures", "--as-of", last_day(other.dekads().front()), "--json"}).out);
  const auto known_before = ask(served.port(), target + "&known_at=2020-01-02");
  EXPECT_EQ(bj::parse(known_before.body).at("seq"), bj::parse(before.body).at("seq"));
}

TEST(ServeStarting, AnswersFromTheStoreThatWasRestoredUnderIt) {
  Office other("example");
  other.init();
  ASSERT_EQ(other.run({"backup", "--out", "early.db"}).exit_code, 0);
  other.make_sample(4, 9);
  ASSERT_EQ(other.import(other.dekads().front()).exit_code, 0);
  const Served served(other.folder());
  const auto target = "/api/v1/figures?as_of=" + last_day(other.dekads().front());
  const auto before = ask(served.port(), target);
  ASSERT_EQ(before.status, 200);
  ASSERT_EQ(other.run({"restore", "early.db"}).exit_code, 0);
  const auto after = ask(served.port(), target);
  EXPECT_EQ(after.status, 200);
  EXPECT_NE(after.body, before.body);
  EXPECT_EQ(after.body, other.run({"figures", "--as-of", last_day(other.dekads().front()), "--json"}).out);
}

TEST(ServeStarting, IsNotReadyWhileTheFileIsAway) {
  Office other("example");
  other.init();
  const Served served(other.folder());
  ASSERT_EQ(ask(served.port(), "/readyz").status, 200);
  const auto file = other.folder() / "guatu.db";
  std::filesystem::rename(file, other.folder() / "away.db");
  EXPECT_EQ(ask(served.port(), "/readyz").status, 503);
  EXPECT_EQ(ask(served.port(), "/healthz").status, 200);
  std::filesystem::rename(other.folder() / "away.db", file);
  EXPECT_EQ(ask(served.port(), "/readyz").status, 200);
}

TEST(ServeStarting, LogsTheStoreItServes) {
  const Served served(office().folder());
  EXPECT_THAT(served.log(), HasSubstr("\"store\":\"sqlite:guatu.db\""));
}

TEST(ServeStarting, IsRefusedWithReasons) {
  const TemporaryFolder empty;
  const auto run = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "serve");
    words.insert(words.end(), {"--lang", "en"});
    return run_guatu(words, empty.path());
  };
  const auto open = office().run({"serve", "--listen", "0.0.0.0:0", "--lang", "en"});
  EXPECT_EQ(open.exit_code, 1);
  EXPECT_THAT(open.err, HasSubstr("no accounts yet"));
  EXPECT_EQ(run({"--listen", "here"}).exit_code, 2);
  EXPECT_EQ(run({"--listen", "127.0.0.1:65536"}).exit_code, 2);
  EXPECT_EQ(run({"--listen", "127.0.0.1:0"}).exit_code, 3) << "there is no store";
  EXPECT_EQ(run({"--listen", "127.0.0.1:0", "--web", "nowhere"}).exit_code, 3);
}

TEST(ServeStarting, SaysThatSomebodyIsThere) {
  const Served first(office().folder());
  const auto second = office().run({"serve", "--listen", "127.0.0.1:" + std::to_string(first.port()), "--lang", "en"});
  EXPECT_EQ(second.exit_code, 1);
  EXPECT_THAT(second.err, HasSubstr("another program may be there"));
}

TEST(ServeStarting, ServesTheFilesOfAPageAndNothingBesideThem) {
  const TemporaryFolder page;
  write_text(page.path() / "web/index.html", "<!doctype html><title>页</title>");
  write_text(page.path() / "web/assets/app.js", "export {};");
  write_text(page.path() / "web/.secret", "no");
  write_text(page.path() / "beside.txt", "no");
  std::filesystem::create_symlink("../beside.txt", page.path() / "web/link.txt");
  const Served served(office().folder(), {"--web", (page.path() / "web").string()});
  EXPECT_EQ(ask(served.port(), "/").body, "<!doctype html><title>页</title>");
  const auto script = ask(served.port(), "/assets/app.js");
  EXPECT_EQ(script.body, "export {};");
  EXPECT_EQ(script.header("content-type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(ask(served.port(), "/assets/app.js", "If-None-Match: " + script.header("etag") + "\r\n").status, 304);
  for (const auto* target : {"/.secret", "/link.txt", "/../beside.txt", "/assets/../../beside.txt",
                             "/assets/%2e%2e/%2e%2e/beside.txt", "/assets%2fapp.js", "/assets"})
    EXPECT_EQ(ask(served.port(), target).status, 404) << target;
}

}  // namespace
}  // namespace guatu::test
