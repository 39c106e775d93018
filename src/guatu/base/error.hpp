#pragma once

#include <string>
#include <utility>
#include <vector>

#include "guatu/base/bilingual.hpp"

/// What an expected failure says. Broken worlds are exceptions, programmer's mistakes are GUATU_REQUIRE.
namespace guatu {

/// Closed list. `cli/exit_code` maps every kind to an exit code; a new kind must be added there.
enum class ErrorKind {
  InvalidInput,     ///< The text, file or value cannot be understood.
  NotFound,         ///< What was named does not exist.
  Refused,          ///< A rule says no; `reasons` lists all of them.
  Conflict,         ///< Somebody else wrote in between; load again and decide again.
  Unsupported,      ///< Understood, but this program or machine cannot do it.
  WrongUsage,       ///< The command was not called as it wants to be.
  StoreFailed,      ///< Database or disk failed.
  FileFailed,       ///< A file could not be read or written.
  IntegrityBroken,  ///< Chain, digest or frozen figures do not hold.
};

struct Error {
  ErrorKind kind;
  Bilingual message;
  std::string subject;  ///< What it is about: a file, a line "campaign.toml:12", a project, a dekad.
  std::vector<Bilingual> reasons;

  friend bool operator==(const Error&, const Error&) = default;
};

/// An error of `kind` without further reasons.
[[nodiscard]] inline Error make_error(ErrorKind kind, std::string subject, std::string zh, std::string en) {
  return Error{kind, Bilingual{std::move(zh), std::move(en)}, std::move(subject), {}};
}

}  // namespace guatu
