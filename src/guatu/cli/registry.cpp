#include "guatu/cli/people_commands.hpp"

namespace guatu::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands{
      init_command(),     template_command(), sample_command(),   import_command(),  chase_command(),
      review_command(),   match_command(),    disputes_command(), project_command(), revoke_command(),
      ledger_command(),   figures_command(),  leagues_command(),  open_command(),    lock_command(),
      reopen_command(),   publish_command(),  bulletin_command(), paper_command(),   workbook_command(),
      calendar_command(), plan_command(),     sequence_command(), solve_command(),   region_command(),
      serve_command(),    backup_command(),   restore_command(),  key_command(),     user_command(),
      rights_command(),   verify_command(),   doctor_command(),   version_command()};
  return kCommands;
}

}  // namespace guatu::cli
