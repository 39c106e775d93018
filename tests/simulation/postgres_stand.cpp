#include <optional>

#include "guatu/store/postgres/postgres_store.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/faulty_store.hpp"
#include "tests/simulation/stand.hpp"
#include "tests/support/cutting_proxy.hpp"
#include "tests/support/postgres_place.hpp"

namespace guatu::simulation {
namespace {

using guatu::test::Cut;
using guatu::test::CuttingProxy;

constexpr std::chrono::milliseconds kForLong{120'000};
constexpr std::chrono::milliseconds kNotAtAll{0};

/// A schema that is reached through a network which can be cut. A process that dies is one whose connections end and who does
/// not come back; one whose connection is cut only has to connect again.
class PostgresStand final : public Stand {
 public:
  PostgresStand() : url_(guatu::test::fresh_postgres_place()), proxy_(url_) {
    const auto made = store::migrate_postgres(place(url_));
    must_hold(made.has_value(), "setting up", made ? "" : made.error().message.en);
    open();
  }

  ports::Store& store() override { return dying_ ? *doomed_ : *faulty_; }
  bool has_server() const override { return true; }
  std::string url() const override { return url_; }

  void arm(Trouble trouble, int after) override {
    cuts_before_ = proxy_.cuts();
    dying_ = trouble == Trouble::DiesInside;
    if (dying_) proxy_.stay_cut();
    if (trouble == Trouble::ConnectionCut && after % 3 == 0)
      proxy_.cut_next(after % 2 == 0 ? Cut::BeforeCommit : Cut::AfterCommit);
    else if (dying_ || trouble == Trouble::ConnectionCut)
      proxy_.cut_before(after);
    faulty_->arm(dying_ || trouble == Trouble::ConnectionCut ? Trouble::None : trouble);
  }
  bool disarm() override {
    const bool met = faulty_->met() || proxy_.cuts() != cuts_before_;
    proxy_.cut_next(Cut::Nowhere);
    proxy_.cut_before(0);
    faulty_->arm(Trouble::None);
    // A dead process stays dead until the next one begins.
    if (!met) live();
    return met;
  }
  void restart() override {
    faulty_.reset();
    doomed_.reset();
    live();
    open();
  }

 private:
  static store::PostgresPlace place(const std::string& url) { return sound(store::parse_postgres_url(url)); }

  void live() {
    dying_ = false;
    proxy_.mend();
  }

  void open() {
    faulty_.emplace(connect(kForLong));
    doomed_.emplace(connect(kNotAtAll));
  }
  [[nodiscard]] std::unique_ptr<ports::Store> connect(std::chrono::milliseconds patience) const {
    store::PostgresOptions options;
    options.limits.reconnect = patience;
    auto opened = store::open_postgres(place(proxy_.through(url_)), options);
    must_hold(opened.has_value(), "rules 3: the store opens after whatever happened",
              opened ? "" : opened.error().message.en);
    return *std::move(opened);
  }

  std::string url_;
  CuttingProxy proxy_;
  std::optional<FaultyStore> faulty_;  ///< Of a process that waits for its server.
  std::optional<FaultyStore> doomed_;  ///< Of one that will not live to see it again.
  bool dying_ = false;
  int cuts_before_ = 0;
};

}  // namespace

std::unique_ptr<Stand> make_postgres_stand() {
  return std::make_unique<PostgresStand>();
}

}  // namespace guatu::simulation
