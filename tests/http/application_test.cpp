#include "guatu/http/application.hpp"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <mutex>

#include "guatu/app/wiring.hpp"
#include "guatu/ports/forwarding_store.hpp"

#include "tests/cli/office.hpp"

// Requests and responses without sockets, over stores that fail.
namespace guatu::test {
namespace {

using http::Application;
using http::Context;
using http::Request;
using http::Response;
using testing::HasSubstr;

Request get(const std::string& target) {
  return {"GET", target, {{"Host", "localhost"}}, ""};
}

std::string header(const Response& response, const std::string& name) {
  for (const auto& [each, value] : response.headers)
    if (each == name) return value;
  return {};
}

/// Fails as soon as it is lost.
class Failing final : public ports::ForwardingStore {
 public:
  Failing(std::unique_ptr<ports::Store> inner, const std::atomic<bool>& lost, bool standby)
      : ForwardingStore(std::move(inner)), lost_(lost), standby_(standby) {}

  Result<ports::CommitHead> find_head() override {
    if (lost_) return failure();
    return ForwardingStore::find_head();
  }

  Result<ports::ServerReport> report_server() override {
    auto report = ForwardingStore::report_server();
    if (report) report->standby = standby_;
    return report;
  }

  static Error failure() {
    return make_error(ErrorKind::StoreFailed, "postgresql://clerk:secret@db/guatu", "连接已断",
                      "the connection is lost");
  }

 private:
  const std::atomic<bool>& lost_;
  bool standby_;
};

class OverAStore : public testing::Test {
 protected:
  OverAStore() { office_.init(); }

  Result<std::unique_ptr<ports::Store>> open() {
    if (down_) return Failing::failure();
    if (throws_) throw std::runtime_error("something that nobody expected");
    auto store = app::wire().open_store("sqlite:" + (office_.folder() / "guatu.db").string(), cli::OpenMode::Existing);
    if (!store) return store;
    ++opened_;
    lost_.emplace_back(std::make_unique<std::atomic<bool>>(false));
    return std::unique_ptr<ports::Store>(std::make_unique<Failing>(*std::move(store), *lost_.back(), standby_));
  }
  void lose_connections() {
    for (const auto& each : lost_)
      *each = true;
  }

  Office office_{"example"};
  std::atomic<bool> down_{false};
  std::atomic<bool> throws_{false};
  bool standby_ = false;
  int opened_ = 0;
  std::vector<std::unique_ptr<std::atomic<bool>>> lost_;
  std::string logged_;
  telemetry::Metrics metrics_{"1.2.3", 0};
  telemetry::Log log_{telemetry::Level::Debug, [this](std::string_view line) { logged_ += std::string(line) + "\n"; }};
  Context context_{"1.2.3", {}, metrics_, log_, http::StorePool([this] { return open(); }, 2, metrics_)};
  Application application_{context_};
};

TEST_F(OverAStore, MakesALostConnectionAnew) {
  EXPECT_EQ(application_.answer(get("/api/v1/campaign")).status, 200);
  EXPECT_EQ(application_.answer(get("/api/v1/campaign")).status, 200);
  EXPECT_EQ(opened_, 1) << "the connection was there";
  lose_connections();
  EXPECT_EQ(application_.answer(get("/api/v1/campaign")).status, 200) << "nobody should notice";
  EXPECT_EQ(opened_, 2);
  EXPECT_THAT(metrics_.text(), HasSubstr("guatu_store_connections_opened_total 2\n"));
  EXPECT_THAT(metrics_.text(), HasSubstr("guatu_store_failures_total 1\n"));
}

TEST_F(OverAStore, IsNotReadyWhileItIsGoneAndReadyAfterwards) {
  EXPECT_EQ(application_.answer(get("/readyz")).status, 200);
  lose_connections();
  down_ = true;
  const auto gone = application_.answer(get("/readyz"));
  EXPECT_EQ(gone.status, 503);
  EXPECT_EQ(header(gone, "Retry-After"), "1");
  EXPECT_EQ(application_.answer(get("/api/v1/campaign")).status, 503);
  EXPECT_EQ(application_.answer(get("/healthz")).status, 200) << "the process itself is well";
  EXPECT_THAT(logged_, HasSubstr("\"event\":\"not_ready\""));
  EXPECT_THAT(logged_, testing::Not(HasSubstr("secret")));
  down_ = false;
  EXPECT_EQ(application_.answer(get("/readyz")).status, 200);
}

TEST_F(OverAStore, MarksWhatWasReadFromAStandby) {
  EXPECT_EQ(header(application_.answer(get("/api/v1/campaign")), "Guatu-Store"), "primary");
  EXPECT_EQ(header(application_.answer(get("/readyz")), "Guatu-Store"), "primary");
  lose_connections();  // Whatever is connected to next is a standby.
  standby_ = true;
  const auto answer = application_.answer(get("/api/v1/campaign"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(header(answer, "Guatu-Store"), "standby");
  EXPECT_EQ(header(application_.answer(get("/readyz")), "Guatu-Store"), "standby");
  EXPECT_THAT(metrics_.text(), HasSubstr("guatu_store_standby 1\n"));
}

TEST_F(OverAStore, SendsEverybodyElsewhereWhenItStops) {
  application_.begin_drain();
  EXPECT_EQ(application_.answer(get("/readyz")).status, 503);
  EXPECT_EQ(application_.answer(get("/api/v1/campaign")).status, 503);
  EXPECT_EQ(application_.answer(get("/healthz")).status, 200);
  EXPECT_THAT(application_.answer(get("/metrics")).text(),
              HasSubstr("guatu_http_refusals_total{reason=\"draining\"} 1\n"));
}

TEST_F(OverAStore, TurnsAnExceptionIntoAnAnswerWithoutItsText) {
  throws_ = true;
  const auto broken = application_.answer(get("/api/v1/campaign"));
  EXPECT_EQ(broken.status, 500);
  EXPECT_THAT(std::string(broken.text()), testing::Not(HasSubstr("nobody expected")));
  EXPECT_THAT(logged_, HasSubstr("nobody expected"));
  throws_ = false;
  EXPECT_EQ(application_.answer(get("/api/v1/campaign")).status, 200) << "a connection was lost for good";
  EXPECT_EQ(application_.answer(get("/api/v1/campaign")).status, 200);
}

TEST_F(OverAStore, RefusesABodyThatIsTooLarge) {
  auto request = get("/api/v1/campaign");
  request.body.assign((64U << 10) + 1, 'x');
  EXPECT_EQ(application_.answer(request).status, 413);
  request.body.pop_back();
  EXPECT_EQ(application_.answer(request).status, 200);
}

TEST_F(OverAStore, LogsTheRouteAndNeverWhatWasTyped) {
  EXPECT_EQ(application_.answer(get("/api/v1/campaign?phone=13900000000")).status, 400);
  EXPECT_EQ(application_.answer(get("/13900000000")).status, 404);
  EXPECT_THAT(logged_, testing::Not(HasSubstr("13900000000")));
  EXPECT_THAT(logged_, HasSubstr("\"route\":\"/api/v1/campaign\",\"status\":400"));
}

}  // namespace
}  // namespace guatu::test
