#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "guatu/base/error.hpp"

/// What a running service says about itself: one JSON object a line,
/// {"at":"2023-02-10T17:30:00.123+08:00","level":"info","event":"request", …fields}.
/// No personal values, no passwords; addresses of stores only as `redacted`.
namespace guatu::telemetry {

enum class Level { Debug, Info, Warning, Error };
/// "debug", "info", "warning", "error"; Info for anything else.
[[nodiscard]] Level level_called(std::string_view name);

using FieldValue = std::variant<std::string, std::int64_t, double, bool>;
using Field = std::pair<std::string_view, FieldValue>;

class Log {
 public:
  using Sink = std::function<void(std::string_view line)>;

  /// Lines go to standard error.
  explicit Log(Level least);
  /// Lines go to `sink`, one call at a time, without their line break.
  Log(Level least, Sink sink);
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  /// May be called from every thread. Lines below the least level are not made.
  void write(Level level, std::string_view event, std::initializer_list<Field> fields = {}) const;
  /// The error's kind, subject and English message, whose store addresses are redacted.
  void write_error(Level level, std::string_view event, const Error& error) const;

 private:
  struct Hidden;
  std::unique_ptr<Hidden> hidden_;
};

/// The address of a store without what could be a password: user information and parameters are left out. Where an @ follows
/// a question mark nobody can tell the one from the other, and nothing but the scheme is left.
[[nodiscard]] std::string redacted(std::string_view url);

}  // namespace guatu::telemetry
