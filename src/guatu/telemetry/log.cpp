#include "guatu/telemetry/log.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>
#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "guatu/values/instant.hpp"

namespace guatu::telemetry {
namespace {

namespace bj = boost::json;

/// Gives whole lines to a function, one at a time.
class FunctionSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit FunctionSink(Log::Sink give) : give_(std::move(give)) {}

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    give_({message.payload.data(), message.payload.size()});
  }
  void flush_() override {}

 private:
  Log::Sink give_;
};

spdlog::level::level_enum spdlog_level(Level level) {
  switch (level) {
    case Level::Debug:
      return spdlog::level::debug;
    case Level::Info:
      return spdlog::level::info;
    case Level::Warning:
      return spdlog::level::warn;
    case Level::Error:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

constexpr std::string_view kLevelNames[] = {"debug", "info", "warning", "error"};

/// Milliseconds, since many requests fall into one second.
std::string instant_now() {
  using namespace std::chrono;
  const auto since = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  auto text = format_rfc3339(since / 1000);
  return text.insert(text.size() - 6, fmt::format(".{:03}", since % 1000));
}

/// Addresses that stand in a sentence.
std::string redacted_words(const std::string& text) {
  std::string safe;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    safe += redacted(std::string_view(text).substr(at, end - at));
    if (end < text.size()) safe += ' ';
    at = end + 1;
  }
  return safe;
}

}  // namespace

struct Log::Hidden {
  std::unique_ptr<spdlog::logger> logger;
};

Log::Log(Level least) : hidden_(std::make_unique<Hidden>()) {
  auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  hidden_->logger = std::make_unique<spdlog::logger>("guatu", std::move(sink));
  hidden_->logger->set_pattern("%v");
  hidden_->logger->set_level(spdlog_level(least));
}

Log::Log(Level least, Sink sink) : hidden_(std::make_unique<Hidden>()) {
  hidden_->logger = std::make_unique<spdlog::logger>("guatu", std::make_shared<FunctionSink>(std::move(sink)));
  hidden_->logger->set_level(spdlog_level(least));
}

Log::~Log() = default;

void Log::write(Level level, std::string_view event, std::initializer_list<Field> fields) const {
  const auto wanted = spdlog_level(level);
  if (!hidden_->logger->should_log(wanted)) return;
  bj::object line{{"at", instant_now()},
                  {"level", bj::string_view(kLevelNames[static_cast<std::size_t>(level)])},
                  {"event", bj::string_view(event)}};
  for (const auto& [name, value] : fields)
    line[name] = std::visit([](const auto& held) { return bj::value(held); }, value);
  hidden_->logger->log(wanted, bj::serialize(line));
}

void Log::write_error(Level level, std::string_view event, const Error& error) const {
  write(level, event, {{"subject", redacted(error.subject)}, {"message", redacted_words(error.message.en)}});
}

Level level_called(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kLevelNames); ++i)
    if (kLevelNames[i] == name) return static_cast<Level>(i);
  return Level::Info;
}

std::string redacted(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::string(url);
  const auto begin = scheme + 3;
  const auto user = url.rfind('@');  // The last one: a password may hold what it should not.
  if (user != std::string_view::npos && url.find('?', begin) < user) return std::string(url.substr(0, begin));
  const auto host = user == std::string_view::npos || user < begin ? begin : user + 1;
  return std::string(url.substr(0, begin)) + std::string(url.substr(host, url.find('?', host) - host));
}

}  // namespace guatu::telemetry
