#include <atomic>
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/json.hpp>
#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <mutex>
#include <random>
#include <sstream>
#include <thread>

// Clerks at work on the service: `service_clerks PORT FILE SECONDS THINK_MS READ_PERCENT`. FILE has a line for each clerk:
// cookie, CSRF token, unit, kind, and the projects that only he writes to. Each reads rows, looks at lists and figures, and
// writes one cell with the revision that he saw. Prints one JSON object: answers, answers a second, latencies in milliseconds.
namespace guatu::bench {
namespace {

namespace beast = boost::beast;
namespace asio = boost::asio;
namespace bj = boost::json;
using steady = std::chrono::steady_clock;
using Request = beast::http::request<beast::http::string_body>;

struct Clerk {
  std::string cookie, csrf, unit, kind;
  std::vector<std::string> projects;
};

struct Load {
  unsigned short port = 0;
  std::chrono::seconds length{};
  std::chrono::milliseconds think{};
  unsigned read_percent = 0;
};

/// Milliseconds of one sort of request.
struct Times {
  std::vector<double> reads, writes;
  std::vector<std::string> failures;
};

class Desk {
 public:
  Desk(const Load& load, const Clerk& clerk, unsigned seed)
      : load_(load), clerk_(clerk), random_(seed), end_(steady::now() + load.length) {
    socket_.connect({asio::ip::make_address("127.0.0.1"), load.port});
    socket_.set_option(asio::ip::tcp::no_delay(true));
    revisions_.resize(clerk.projects.size());
  }

  Times work() {
    breathe();  // Nobody begins at the same moment.
    while (steady::now() < end_) {
      if (chance(load_.read_percent))
        read();
      else
        write();
      breathe();
    }
    return std::move(times_);
  }

 private:
  bool chance(unsigned percent) { return std::uniform_int_distribution<unsigned>(0, 99)(random_) < percent; }

  /// As long as people think: between nothing and twice the mean.
  void breathe() {
    if (load_.think.count() == 0) return;
    const std::chrono::milliseconds pause(std::uniform_int_distribution<long>(0, 2 * load_.think.count())(random_));
    std::this_thread::sleep_until(std::min(steady::now() + pause, end_));
  }

  std::size_t some_project() {
    return std::uniform_int_distribution<std::size_t>(0, clerk_.projects.size() - 1)(random_);
  }

  std::string target_of(std::size_t place) const {
    return "/api/v1/projects/" + clerk_.projects[place] + "/procedures/" + clerk_.kind;
  }

  void read() {
    const auto dice = std::uniform_int_distribution<int>(0, 9)(random_);
    const auto place = some_project();
    if (dice < 4)
      see(place);
    else if (dice < 6)
      ask("GET", "/api/v1/projects/" + clerk_.projects[place]);
    else if (dice < 8)
      ask("GET", "/api/v1/projects?limit=50&responsible=" + clerk_.unit);
    else
      ask("GET", "/api/v1/figures");
  }

  void see(std::size_t place) {
    const auto body = ask("GET", target_of(place));
    if (!body.empty()) revisions_[place] = bj::parse(body).at("rows").at(0).at("revision").to_number<long>();
  }

  void write() {
    const auto place = some_project();
    if (!revisions_[place]) see(place);
    if (!revisions_[place]) return;
    const auto note = fmt::format("{{\"note\":\"{} 第{}次\"}}", run_, ++written_);
    const auto body = ask("PATCH", target_of(place), note, *revisions_[place]);
    if (body.empty()) return;
    const auto answer = bj::parse(body);
    const auto& rows = answer.at("rows").as_array();
    if (rows.size() == 1)
      revisions_[place] = rows.front().at("revision").to_number<long>();
    else
      times_.failures.push_back("a write changed nothing: " + body);
  }

  /// The body of a 200; what else comes is noted, and empty.
  std::string ask(const char* method, const std::string& target, const std::string& body = {}, long revision = 0) {
    Request request{beast::http::string_to_verb(method), target, 11};
    request.set("Host", fmt::format("127.0.0.1:{}", load_.port));
    request.set("Cookie", clerk_.cookie);
    const bool writes = !body.empty();
    if (writes) {
      request.set("X-CSRF-Token", clerk_.csrf);
      request.set("If-Match", fmt::format("\"{}\"", revision));
      request.set("Idempotency-Key", fmt::format("{} {} {}", target, run_, written_));
      request.set("Content-Type", "application/json");
      request.body() = body;
    }
    request.prepare_payload();
    const auto start = steady::now();
    beast::http::write(socket_, request);
    beast::http::response<beast::http::string_body> response;
    beast::http::read(socket_, buffer_, response);
    const std::chrono::duration<double, std::milli> took = steady::now() - start;
    (writes ? times_.writes : times_.reads).push_back(took.count());
    if (response.result_int() == 200) return std::move(response.body());
    times_.failures.push_back(fmt::format("{} {}: {} {}", method, target, response.result_int(), response.body()));
    return {};
  }

  const Load& load_;
  const Clerk& clerk_;
  std::mt19937 random_;
  steady::time_point end_;
  asio::io_context context_;
  asio::ip::tcp::socket socket_{context_};
  beast::flat_buffer buffer_;
  std::vector<std::optional<long>> revisions_;  ///< Of the row of each project, as it was seen.
  long run_ =
      std::chrono::system_clock::now().time_since_epoch().count();  ///< What one run writes no other has written.
  int written_ = 0;
  Times times_;
};

std::vector<Clerk> read_clerks(const char* path) {
  std::vector<Clerk> clerks;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    Clerk clerk;
    words >> clerk.cookie >> clerk.csrf >> clerk.unit >> clerk.kind;
    for (std::string project; words >> project;)
      clerk.projects.push_back(project);
    clerks.push_back(std::move(clerk));
  }
  return clerks;
}

bj::object summary(std::vector<double> times, double seconds) {
  std::ranges::sort(times);
  const auto at = [&](double share) {
    return times.empty() ? 0.0 : times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  return {{"count", times.size()}, {"per_second", static_cast<double>(times.size()) / seconds},
          {"median", at(0.5)},     {"p95", at(0.95)},
          {"p99", at(0.99)},       {"max", at(1.0)}};
}

int run(const Load& load, const std::vector<Clerk>& clerks) {
  std::mutex mutex;
  Times all;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < clerks.size(); ++i)
    threads.emplace_back([&, i] {
      Times times;
      try {
        times = Desk(load, clerks[i], static_cast<unsigned>(i)).work();
      } catch (const std::exception& error) {
        times.failures.emplace_back(error.what());
      }
      const std::lock_guard lock(mutex);
      all.reads.insert(all.reads.end(), times.reads.begin(), times.reads.end());
      all.writes.insert(all.writes.end(), times.writes.begin(), times.writes.end());
      all.failures.insert(all.failures.end(), times.failures.begin(), times.failures.end());
    });
  for (auto& thread : threads)
    thread.join();
  auto both = all.reads;
  both.insert(both.end(), all.writes.begin(), all.writes.end());
  const auto seconds = static_cast<double>(load.length.count());
  bj::array failures;
  for (std::size_t i = 0; i < std::min<std::size_t>(all.failures.size(), 5); ++i)
    failures.emplace_back(all.failures[i]);
  const bj::object answer{{"all", summary(std::move(both), seconds)},
                          {"reads", summary(std::move(all.reads), seconds)},
                          {"writes", summary(std::move(all.writes), seconds)},
                          {"errors", all.failures.size()},
                          {"first_errors", std::move(failures)}};
  std::cout << bj::serialize(answer) << '\n';
  return 0;
}

}  // namespace
}  // namespace guatu::bench

int main(int count, char** words) {
  using namespace guatu::bench;
  if (count != 6) {
    std::cerr << "service_clerks PORT FILE SECONDS THINK_MS READ_PERCENT\n";
    return 2;
  }
  const auto number = [&](int i) { return std::stol(words[i]); };
  const Load load{static_cast<unsigned short>(number(1)), std::chrono::seconds(number(3)),
                  std::chrono::milliseconds(number(4)), static_cast<unsigned>(number(5))};
  return run(load, read_clerks(words[2]));
}
