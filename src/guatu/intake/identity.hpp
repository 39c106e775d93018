#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "guatu/ledger/ledger.hpp"

/// Which project a row means: its code when present, otherwise responsible unit and name. Source: contract 4, "Identity".
namespace guatu::intake {

/// NFKC, no white space, one kind of bracket.
[[nodiscard]] std::string name_key(std::string_view name);

/// A name made ready for comparing with many others.
struct NameShape {
  explicit NameShape(std::string name);

  std::string key;     ///< As `name_key` gives it.
  std::string masked;  ///< Numbers, letters and directions as one mark: what is left is the same for sister projects.
  std::string stem;    ///< Without brackets' contents and the words that every project has.
  std::size_t length = 0;
  std::uint64_t characters = 0;  ///< Which bytes occur, roughly.
};

/// Whether two names may mean one project: the same but for everyday words, or one character in eight apart.
/// Names that differ only in what tells sister projects apart (一期 and 二期) are not near.
/// Assumption: docs/assumptions, "near names".
[[nodiscard]] bool is_near(const NameShape& a, const NameShape& b);

class Identities {
 public:
  Identities(const ledger::Ledger& ledger, Date day);

  [[nodiscard]] const ledger::ProjectHistory* find_by_code(const std::string& code) const;
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
    NameShape shape;
    const ledger::ProjectHistory* project;
  };
  std::unordered_map<std::string, const ledger::ProjectHistory*> by_code_;
  std::unordered_map<std::string, const ledger::ProjectHistory*> by_unit_and_name_;
  std::unordered_multimap<std::string, const ledger::ProjectHistory*> by_name_;
  std::unordered_map<std::string, std::vector<Named>> of_unit_;
  Date day_;
};

}  // namespace guatu::intake
