#include "tests/simulation/stand.hpp"

#include <optional>

#include "guatu/store/sqlite/sqlite_store.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/failing_disk.hpp"
#include "tests/simulation/faulty_store.hpp"
#include "tests/simulation/memory_store.hpp"

namespace guatu::simulation {
namespace {

using failing_disk::Failure;

/// What is in memory outlives its processes here.
class MemoryStand final : public Stand {
 public:
  ports::Store& store() override { return faulty_; }
  void arm(Trouble trouble, int) override { faulty_.arm(trouble); }
  bool disarm() override {
    const bool met = faulty_.met();
    faulty_.arm(Trouble::None);
    return met;
  }
  void restart() override { faulty_.arm(Trouble::None); }

 private:
  FaultyStore faulty_{std::make_unique<MemoryStore>()};
};

class SqliteStand final : public Stand {
 public:
  explicit SqliteStand(std::string path) : path_(std::move(path)) {
    failing_disk::install();
    const auto made = store::migrate_sqlite(path_);
    must_hold(made.has_value(), "setting up", made ? "" : made.error().message.en);
    open();
  }
  SqliteStand(const SqliteStand&) = delete;
  SqliteStand& operator=(const SqliteStand&) = delete;
  ~SqliteStand() override { failing_disk::order(Failure::None, 0); }

  ports::Store& store() override { return *faulty_; }
  bool has_disk() const override { return true; }
  std::string url() const override { return "sqlite:" + path_; }

  void arm(Trouble trouble, int after) override {
    const auto failure = failure_of(trouble);
    failing_disk::order(failure, after);
    armed_to_kill_ = failure == Failure::Killed;
    faulty_->arm(failure == Failure::None ? trouble : Trouble::None);
  }
  bool disarm() override {
    const bool met = faulty_->met() || failing_disk::has_struck();
    // A dead process stays dead until the next one begins.
    if (!dead()) failing_disk::order(Failure::None, 0);
    faulty_->arm(Trouble::None);
    return met;
  }
  void restart() override {
    faulty_.reset();
    failing_disk::order(Failure::None, 0);
    open();
  }

 private:
  static Failure failure_of(Trouble trouble) {
    switch (trouble) {
      case Trouble::DiesInside:
        return Failure::Killed;
      case Trouble::DiskFull:
        return Failure::Full;
      case Trouble::WriteFails:
        return Failure::WriteFails;
      case Trouble::SyncFails:
        return Failure::SyncFails;
      default:
        return Failure::None;
    }
  }
  [[nodiscard]] bool dead() const { return armed_to_kill_ && failing_disk::has_struck(); }

  void open() {
    auto opened = store::open_sqlite(path_);
    must_hold(opened.has_value(), "rules 3: the store opens after whatever happened",
              opened ? "" : opened.error().message.en);
    faulty_.emplace(*std::move(opened));
  }

  std::string path_;
  bool armed_to_kill_ = false;
  std::optional<FaultyStore> faulty_;
};

}  // namespace

const char* trouble_name(Trouble trouble) {
  switch (trouble) {
    case Trouble::None:
      return "no trouble";
    case Trouble::FailsBefore:
      return "the store fails before the commit";
    case Trouble::DiesInside:
      return "the process dies inside the commit";
    case Trouble::AnswerLost:
      return "the answer is lost after the commit";
    case Trouble::ConnectionCut:
      return "the connection to the server breaks";
    case Trouble::DiskFull:
      return "the disk is full";
    case Trouble::WriteFails:
      return "a write fails";
    case Trouble::SyncFails:
      return "a sync fails";
  }
  return "";
}

std::unique_ptr<Stand> make_memory_stand() {
  return std::make_unique<MemoryStand>();
}

std::unique_ptr<Stand> make_sqlite_stand(const std::string& folder) {
  return std::make_unique<SqliteStand>(folder + "/guatu.db");
}

}  // namespace guatu::simulation
