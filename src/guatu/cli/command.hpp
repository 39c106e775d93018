#pragma once

#include <string>
#include <vector>

#include "guatu/cli/arguments.hpp"
#include "guatu/cli/shell.hpp"

/// A verb of the command line: its descriptor and what it does. Help, usage errors and documentation come from the descriptor.
namespace guatu::cli {

struct Command {
  std::string verb;
  Bilingual summary;
  std::vector<OptionSpec> options;
  std::vector<PositionalSpec> positionals;
  int (*run)(const Shell& shell, const Arguments& arguments);  ///< Gives the exit code.
};

/// Every verb, in the order of help.
[[nodiscard]] const std::vector<Command>& commands();

/// Parses `words` (without the program's name), runs the verb, gives the exit code.
[[nodiscard]] int run(const std::vector<std::string>& words, const Services& services);

// One per file in commands/.
[[nodiscard]] Command init_command();
[[nodiscard]] Command template_command();
[[nodiscard]] Command sample_command();
[[nodiscard]] Command import_command();
[[nodiscard]] Command match_command();
[[nodiscard]] Command disputes_command();
[[nodiscard]] Command chase_command();
[[nodiscard]] Command review_command();
[[nodiscard]] Command project_command();
[[nodiscard]] Command revoke_command();
[[nodiscard]] Command ledger_command();
[[nodiscard]] Command figures_command();
[[nodiscard]] Command leagues_command();
[[nodiscard]] Command open_command();
[[nodiscard]] Command lock_command();
[[nodiscard]] Command reopen_command();
[[nodiscard]] Command publish_command();
[[nodiscard]] Command bulletin_command();
[[nodiscard]] Command paper_command();
[[nodiscard]] Command workbook_command();
[[nodiscard]] Command calendar_command();
[[nodiscard]] Command plan_command();
[[nodiscard]] Command sequence_command();
[[nodiscard]] Command solve_command();
[[nodiscard]] Command serve_command();
[[nodiscard]] Command backup_command();
[[nodiscard]] Command restore_command();
[[nodiscard]] Command region_command();
[[nodiscard]] Command key_command();
[[nodiscard]] Command verify_command();
[[nodiscard]] Command doctor_command();
[[nodiscard]] Command version_command();

}  // namespace guatu::cli
