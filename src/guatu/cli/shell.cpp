#include "guatu/cli/shell.hpp"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

#include "guatu/cli/exit_code.hpp"
#include "guatu/json/error_codec.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::cli {
namespace {

/// Stands still at the instant that the command line gave.
class GivenClock final : public ports::Clock {
 public:
  explicit GivenClock(ports::EpochSeconds instant) : instant_(instant) {}
  [[nodiscard]] ports::EpochSeconds now() const override { return instant_; }

 private:
  ports::EpochSeconds instant_;
};

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string{} : std::string(value);
}

Result<std::optional<std::int64_t>> given_instant(const Arguments& arguments) {
  if (arguments.has("--now")) return arguments.find_instant("--now");
  GUATU_TRY(const auto today, arguments.find_day("--today"));
  if (!today) return std::optional<std::int64_t>{};
  return std::optional(last_second_of(*today));
}

}  // namespace

Shell::Shell(Services services, const Arguments& arguments)
    : services_(std::move(services)),
      clock_(services_.clock),
      json_(arguments.has("--json")),
      url_(arguments.text("--db")) {
  const auto language = arguments.has("--lang") ? arguments.text("--lang") : environment("GUATU_LANG");
  if (language == "en") language_ = Language::English;
  if (url_.empty()) url_ = environment("GUATU_DB");
  store_was_named_ = !url_.empty();
  if (url_.empty()) url_ = "sqlite:guatu.db";
  auto instant = given_instant(arguments);
  if (!instant) {
    ready_ = std::move(instant).error();
  } else if (*instant) {
    clock_ = std::make_shared<GivenClock>(**instant);
  }
}

std::string Shell::database_url() const {
  return url_;
}

Result<std::unique_ptr<ports::Store>> Shell::open_store(OpenMode mode) const {
  auto store = services_.open_store(url_, mode);
  if (store && url_.starts_with("postgres")) warn_of_standby(**store);
  return store;
}

void Shell::warn_of_standby(ports::Store& store) const {
  const auto report = store.report_server();
  if (!report || !report->standby) return;
  const auto behind = report->lag_seconds.value_or(0);
  static_cast<void>(
      fail_with(kDone, {"提醒：读自备用数据库，可能落后于主库（上一笔距今 " + std::to_string(behind) + " 秒）",
                        "note: read from a standby, which may be behind its primary (its last transaction is " +
                            std::to_string(behind) + " s old)"}));
}

usecases::Session Shell::session(ports::Store& store) const {
  return {store, *clock_, *services_.entropy, "cli:" + services_.user, {}};
}

ports::EpochSeconds Shell::now() const {
  return clock_->now();
}

Date Shell::today() const {
  return shanghai_day(clock_->now());
}

void Shell::say(const Bilingual& line) const {
  say(pick(line));
}

void Shell::say(std::string_view line) const {
  if (json_) return;
  end_progress();
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fputc('\n', stdout);
}

void Shell::progress(const Bilingual& line) const {
  if (json_ || isatty(STDERR_FILENO) == 0) return;
  std::fprintf(stderr, "\r\033[K%s", pick(line).c_str());
  std::fflush(stderr);
  progress_shown_ = true;
}

void Shell::end_progress() const {
  if (!progress_shown_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  progress_shown_ = false;
}

void Shell::flush() const {
  std::fflush(stdout);
}

void Shell::document(std::string_view json_text) const {
  std::fwrite(json_text.data(), 1, json_text.size(), stdout);
  std::fputc('\n', stdout);
}

int Shell::fail_with(int exit_code, const Bilingual& line) const {
  end_progress();
  std::fprintf(stderr, "%s\n", pick(line).c_str());
  return exit_code;
}

int Shell::fail(const Error& error) const {
  end_progress();
  return report(error, json_, language_);
}

int report(const Error& error, bool as_json, Language language) {
  const auto pick = [&](const Bilingual& text) { return language == Language::English ? text.en : text.zh; };
  if (as_json) std::fprintf(stdout, "%s\n", json::encode_error(error).c_str());
  const auto message = pick(error.message);
  const bool named = !error.subject.empty() && message.find(error.subject) == std::string::npos;
  std::fprintf(stderr, "%s%s%s\n", named ? error.subject.c_str() : "", named ? "：" : "", message.c_str());
  for (const auto& reason : error.reasons)
    std::fprintf(stderr, "  - %s\n", pick(reason).c_str());
  return exit_code(error.kind);
}

}  // namespace guatu::cli
