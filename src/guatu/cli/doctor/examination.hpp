#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/cli/shell.hpp"
#include "guatu/json/command_codec.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// What `doctor` looks at, and what it finds. One function a check; the table of them is in commands/doctor.cpp.
namespace guatu::cli {

using json::DoctorCheck;
using json::Severity;

struct Examination {
  const Shell& shell;
  std::string backups;                   ///< Folder of backups; empty: not asked for.
  std::unique_ptr<ports::Store> store;   ///< Null when it cannot be opened…
  std::optional<Error> store_error;      ///< …and why.
  std::optional<usecases::Known> known;  ///< None when the ledger cannot be loaded…
  std::optional<Error> ledger_error;     ///< …and why.
  std::optional<FileFacts> store_file;   ///< None when the engine keeps it elsewhere, or it is not there.
};

using Findings = std::vector<DoctorCheck>;

[[nodiscard]] Examination examine(const Shell& shell, std::string backups);

void check_program(const Examination& examination, Findings& findings);
void check_language(const Examination& examination, Findings& findings);
void check_office(const Examination& examination, Findings& findings);
void check_store(const Examination& examination, Findings& findings);
void check_database(const Examination& examination, Findings& findings);
void check_store_file(const Examination& examination, Findings& findings);
void check_disk(const Examination& examination, Findings& findings);
void check_campaign(const Examination& examination, Findings& findings);
void check_clock(const Examination& examination, Findings& findings);
void check_dekads(const Examination& examination, Findings& findings);
void check_calendar(const Examination& examination, Findings& findings);
void check_paper_templates(const Examination& examination, Findings& findings);
void check_backups(const Examination& examination, Findings& findings);

/// "1.5 GiB"
[[nodiscard]] std::string size_text(std::int64_t bytes);

}  // namespace guatu::cli
