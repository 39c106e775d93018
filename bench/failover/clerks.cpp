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

#include "guatu/ports/system.hpp"
#include "guatu/store/postgres/postgres_store.hpp"

// Clerks at work while servers die: `clerks write URL COUNT FILE` writes commits until it is asked to end and notes in FILE
// what was acknowledged and when; `clerks check URL FILE` looks for all of it.
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

class Office {
 public:
  Office(store::PostgresPlace place, const char* file) : place_(std::move(place)), file_(std::fopen(file, "a")) {}
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;
  ~Office() { std::fclose(file_); }

  /// One clerk with a connection of his own: looks at the head, writes after it, takes a breath.
  void work(int clerk) {
    store::PostgresOptions options;
    options.connections = 1;
    std::mt19937 random(std::random_device{}());
    std::uniform_int_distribution<int> breath(50, 400);
    auto store = store::open_postgres(place_, options);
    for (int number = 0; !asked_to_end;) {
      if (!store) {
        note_failure(store.error());
        std::this_thread::sleep_for(milliseconds(500));
        store = store::open_postgres(place_, options);
        continue;
      }
      const auto subject = std::to_string(clerk) + "/" + std::to_string(number);
      if (!write(**store, subject)) continue;
      ++number;
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

  store::PostgresPlace place_;
  std::FILE* file_;
  std::mutex mutex_;
  std::atomic<long long> acknowledged_ = 0, conflicts_ = 0, failures_ = 0;
};

int write(const store::PostgresPlace& place, int count, const char* file) {
  std::signal(SIGTERM, ask_to_end);
  std::signal(SIGINT, ask_to_end);
  if (const auto made = store::migrate_postgres(place); !made) {
    std::cerr << made.error().message.en << "\n";
    return 3;
  }
  Office office(place, file);
  std::vector<std::thread> clerks;
  for (int clerk = 0; clerk < count; ++clerk)
    clerks.emplace_back([&office, clerk] { office.work(clerk); });
  for (auto& clerk : clerks)
    clerk.join();
  office.report();
  return 0;
}

int check(const store::PostgresPlace& place, const char* file) {
  const auto opened = store::open_postgres(place);
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
  return lost == 0 && twice == 0 && whole && acknowledged > 0 ? 0 : 1;
}

}  // namespace
}  // namespace guatu::bench

int main(int argc, char** argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  const auto place = guatu::store::parse_postgres_url(argc > 2 ? argv[2] : "");
  if (place && verb == "write" && argc == 5) return guatu::bench::write(*place, std::stoi(argv[3]), argv[4]);
  if (place && verb == "check" && argc == 4) return guatu::bench::check(*place, argv[3]);
  std::cerr << "clerks write URL COUNT FILE | clerks check URL FILE\n";
  return 2;
}
