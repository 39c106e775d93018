#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <mutex>
#include <random>
#include <thread>
#include <unistd.h>

#include "guatu/ports/system.hpp"
#include "guatu/store/postgres/postgres_store.hpp"
#include "guatu/store/sqlite/sqlite_store.hpp"

// Clerks at work while servers or they themselves die: `clerks write URL COUNT FILE` writes commits until it is asked to end
// and notes in FILE what was acknowledged and when, `clerks hurry …` does so without a pause; `clerks check URL FILE` looks for
// all of it.
namespace guatu::bench {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

std::atomic<bool> asked_to_end = false;

void ask_to_end(int) {
  asked_to_end = true;
}

long long now_in_milliseconds() {
  return std::chrono::duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

/// A store by its address: sqlite:PATH or postgresql://…
class Place {
 public:
  explicit Place(std::string url) : url_(std::move(url)) {}

  [[nodiscard]] Result<void> make() const {
    if (is_file()) return store::migrate_sqlite(path());
    GUATU_TRY(const auto place, store::parse_postgres_url(url_));
    return store::migrate_postgres(place);
  }

  /// With one connection.
  [[nodiscard]] Result<std::unique_ptr<ports::Store>> open() const {
    if (is_file()) return store::open_sqlite(path());
    GUATU_TRY(const auto place, store::parse_postgres_url(url_));
    store::PostgresOptions options;
    options.connections = 1;
    return store::open_postgres(place, options);
  }

 private:
  [[nodiscard]] bool is_file() const { return url_.starts_with("sqlite:"); }
  [[nodiscard]] std::string path() const { return url_.substr(std::string_view("sqlite:").size()); }
  std::string url_;
};

class Office {
 public:
  Office(Place place, const char* file, int longest_breath)
      : place_(std::move(place)),
        longest_breath_(longest_breath),
        run_(std::to_string(getpid()) + "-" + std::to_string(now_in_milliseconds())),
        file_(std::fopen(file, "a")) {}
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;
  ~Office() { std::fclose(file_); }

  /// One clerk with a connection of his own: looks at the head, writes after it, takes a breath before the next, or before
  /// trying again when somebody else was quicker.
  void work(int clerk) {
    std::mt19937 random(std::random_device{}());
    std::uniform_int_distribution<int> breath(longest_breath_ / 8, longest_breath_);
    auto store = place_.open();
    for (int number = 0; !asked_to_end;) {
      if (!store) {
        note_failure(store.error());
        std::this_thread::sleep_for(milliseconds(500));
        store = place_.open();
        continue;
      }
      const auto subject = run_ + "/" + std::to_string(clerk) + "/" + std::to_string(number);
      if (write(**store, subject)) ++number;
      std::this_thread::sleep_for(milliseconds(breath(random)));
    }
  }

  void report() const {
    std::cout << "acknowledged " << acknowledged_ << ", conflicts " << conflicts_ << ", failures " << failures_ << "\n";
  }

 private:
  bool write(ports::Store& store, const std::string& subject) {
    const auto head = store.find_head();
    if (!head) return note_failure(head.error());
    ports::Commit commit;
    commit.recorded_at = ports::SystemClock{}.now();
    commit.actor = "clerk:" + subject;
    commit.action = "drill";
    for (int part = 0; part < 5; ++part)
      commit.records.push_back({"part", subject + "/" + std::to_string(part), "{\"drill\":true}"});
    const auto answer = store.append(commit, head->seq);
    if (!answer && answer.error().kind == ErrorKind::Conflict) {
      ++conflicts_;
      return false;
    }
    if (!answer) return note_failure(answer.error());
    ++acknowledged_;
    const std::lock_guard lock(mutex_);
    std::fprintf(file_, "%lld %lld %s\n", now_in_milliseconds(), static_cast<long long>(answer->seq), subject.c_str());
    std::fflush(file_);
    return true;
  }

  bool note_failure(const Error& error) {
    ++failures_;
    const std::lock_guard lock(mutex_);
    std::cerr << now_in_milliseconds() << " " << error.message.en << std::endl;
    return false;
  }

  Place place_;
  int longest_breath_;  ///< In milliseconds.
  std::string run_;     ///< Tells this run's commits from those of earlier ones in the same store.
  std::FILE* file_;
  std::mutex mutex_;
  std::atomic<long long> acknowledged_ = 0, conflicts_ = 0, failures_ = 0;
};

int write(const Place& place, int count, const char* file, int longest_breath) {
  std::signal(SIGTERM, ask_to_end);
  std::signal(SIGINT, ask_to_end);
  if (const auto made = place.make(); !made) {
    std::cerr << made.error().message.en << "\n";
    return 3;
  }
  Office office(place, file, longest_breath);
  std::vector<std::thread> clerks;
  for (int clerk = 0; clerk < count; ++clerk)
    clerks.emplace_back([&office, clerk] { office.work(clerk); });
  for (auto& clerk : clerks)
    clerk.join();
  office.report();
  return 0;
}

int check(const Place& place, const char* file) {
  const auto opened = place.open();
  if (!opened) {
    std::cerr << opened.error().message.en << "\n";
    return 3;
  }
  auto& store = **opened;
  const auto head = store.find_head().value();
  std::map<std::string, long long> found;
  const auto history = store.load_history("part", head.seq, std::nullopt).value();
  for (const auto& record : history)
    if (record.subject.ends_with("/0")) ++found[record.subject];
  std::ifstream noted(file);
  long long at = 0;
  long long seq = 0;
  long long acknowledged = 0;
  long long lost = 0;
  long long twice = 0;
  for (std::string subject; noted >> at >> seq >> subject; ++acknowledged) {
    const auto count = found[subject + "/0"];
    lost += count == 0 ? 1 : 0;
    twice += count > 1 ? 1 : 0;
  }
  const auto fault = store.verify_chain();
  const bool whole = fault && !*fault;
  std::cout << "acknowledged " << acknowledged << ", lost " << lost << ", written twice " << twice << ", commits "
            << head.seq << ", chain " << (whole ? "whole" : "broken") << "\n";
  return lost == 0 && twice == 0 && whole ? 0 : 1;
}

}  // namespace
}  // namespace guatu::bench

int main(int argc, char** argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  const guatu::bench::Place place(argc > 2 ? argv[2] : "");
  if (verb == "write" && argc == 5) return guatu::bench::write(place, std::stoi(argv[3]), argv[4], 400);
  if (verb == "hurry" && argc == 5) return guatu::bench::write(place, std::stoi(argv[3]), argv[4], 0);
  if (verb == "check" && argc == 4) return guatu::bench::check(place, argv[3]);
  std::cerr << "clerks write|hurry URL COUNT FILE | clerks check URL FILE\n";
  return 2;
}
