#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/intake/change_set.hpp"
#include "guatu/intake/identity.hpp"
#include "guatu/intake/message_codes.hpp"

/// Which project each row of a return means, asked and never guessed. Source: contract 4, "Identity of a row".
namespace guatu::intake {

struct MeantProject {
  const ledger::ProjectHistory* known = nullptr;  ///< Null for a new project, or when it cannot be said.
  bool refused = false;                           ///< A message says why.
};

class ProjectMatcher {
 public:
  /// What is asked goes to `messages`, answers that were used to `settled`.
  ProjectMatcher(const ChangeContext& context, ListedRows& listed, std::vector<Message>& messages, Answers& settled);

  /// Rows are given in their order: the second that means one project is refused.
  [[nodiscard]] MeantProject find(const ReadProject& row);
  /// What the office answered about the name.
  [[nodiscard]] std::optional<std::string> find_answer(const std::string& name) const;
  [[nodiscard]] const Identities& identities() const { return identities_; }

 private:
  /// New names of this table that tell sister projects apart alike.
  struct NewNames {
    NearNames names{Nearness::Almost};
    std::vector<Place> rows;  ///< By number of the name.
  };

  void say(std::string_view code, const Place& place, const MessageWords& words);
  MeantProject refuse(std::string_view code, const Place& place, const MessageWords& words);
  [[nodiscard]] UnitCode owner_of(const ledger::ProjectHistory& project) const;
  [[nodiscard]] std::string unit_name(const UnitCode& code) const;
  std::optional<std::string> find_listed(const ReadProject& row);
  MeantProject find_answered(const ReadProject& row, const std::string& answer);
  bool ask_about_near(const ReadProject& row);
  MeantProject identify(const ReadProject& row);

  const ChangeContext& context_;
  ListedRows& listed_;
  std::vector<Message>& messages_;
  Answers& settled_;
  Identities identities_;
  std::map<std::string, NewNames> new_names_;
};

}  // namespace guatu::intake
