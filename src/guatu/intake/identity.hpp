#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "guatu/ledger/ledger.hpp"

/// Which project a row means: its code when present, otherwise responsible unit and name. Source: contract 4, "Identity".
namespace guatu::intake {

/// NFKC, no white space, one kind of bracket.
[[nodiscard]] std::string name_key(std::string_view name);
/// Code when present, otherwise the name's key.
[[nodiscard]] std::string identity_key(const ledger::ProjectRecord& fields);

class Identities {
 public:
  Identities(const ledger::Ledger& ledger, Date day);

  [[nodiscard]] const ledger::ProjectHistory* find_by_code(const std::string& code) const;
  [[nodiscard]] const ledger::ProjectHistory* find_by_name(const UnitCode& unit, std::string_view name) const;
  /// A project of the unit whose name differs in few characters, or only in its brackets; nullptr when there is none.
  [[nodiscard]] const ledger::ProjectHistory* find_near(const UnitCode& unit, std::string_view name) const;
  /// A project of the same name that another unit is responsible for.
  [[nodiscard]] const ledger::ProjectHistory* find_elsewhere(const UnitCode& unit, std::string_view name) const;
  [[nodiscard]] const ledger::ProjectHistory* find_anywhere(std::string_view name) const;

 private:
  struct Named {
    std::string key;
    const ledger::ProjectHistory* project;
  };
  std::unordered_map<std::string, const ledger::ProjectHistory*> by_code_;
  std::unordered_map<std::string, const ledger::ProjectHistory*> by_unit_and_name_;
  std::unordered_multimap<std::string, const ledger::ProjectHistory*> by_name_;
  std::unordered_map<std::string, std::vector<Named>> of_unit_;
  Date day_;
};

}  // namespace guatu::intake
