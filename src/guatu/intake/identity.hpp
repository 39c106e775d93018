#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "guatu/intake/near_names.hpp"
#include "guatu/ledger/ledger.hpp"

/// Which project a row means: its code when present, otherwise responsible unit and name. Source: contract 4, "Identity".
namespace guatu::intake {

/// NFKC, no white space, one kind of bracket.
[[nodiscard]] std::string name_key(std::string_view name);

class Identities {
 public:
  Identities(const ledger::Ledger& ledger, Date day);

  [[nodiscard]] const ledger::ProjectHistory* find_by_code(const std::string& code) const;
  /// "P0012", or a project code in any of its spellings.
  [[nodiscard]] const ledger::ProjectHistory* find_by_number_or_code(std::string_view text) const;
  [[nodiscard]] const ledger::ProjectHistory* find_by_name(const UnitCode& unit, std::string_view name) const;
  /// A project of the unit whose name is near; nullptr when there is none.
  [[nodiscard]] const ledger::ProjectHistory* find_near(const UnitCode& unit, std::string_view name) const;
  /// A project of the same name that another unit is responsible for.
  [[nodiscard]] const ledger::ProjectHistory* find_elsewhere(const UnitCode& unit, std::string_view name) const;
  /// A project of that name that belongs to another unit on the day, but on another day belongs to this one (划转).
  [[nodiscard]] const ledger::ProjectHistory* find_moved(const UnitCode& unit, std::string_view name) const;
  [[nodiscard]] const ledger::ProjectHistory* find_anywhere(std::string_view name) const;

 private:
  struct Named {
    NearNames names;
    std::vector<const ledger::ProjectHistory*> projects;  ///< By number of the name.
  };
  std::unordered_map<std::string, const ledger::ProjectHistory*> by_id_, by_code_;
  std::unordered_map<std::string, const ledger::ProjectHistory*> by_unit_and_name_;
  std::unordered_multimap<std::string, const ledger::ProjectHistory*> by_name_;
  std::unordered_map<std::string, Named> of_unit_;
  Date day_;
};

}  // namespace guatu::intake
