#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/campaign/identifiers.hpp"
#include "guatu/values/date.hpp"

/// What an approval platform says otherwise than the ledger. It never changes a fact: somebody has to find out who is right,
/// by a day, and both values stand side by side until then. Source: rules 2, "A dispute is an object with owner and due date".
namespace guatu::ledger {

enum class DisputedField { State, FinishedOn, DocumentNumber, Authority };
/// "state", "finished_on", "document_number", "authority", as in JSON.
[[nodiscard]] std::string_view disputed_field_name(DisputedField field);
[[nodiscard]] std::optional<DisputedField> find_disputed_field(std::string_view name);
[[nodiscard]] Bilingual disputed_field_words(DisputedField field);

/// A value of that field as people read it; 未填报 where nothing is known.
[[nodiscard]] Bilingual disputed_value_words(DisputedField field, const std::string& value);

/// What is disputed, and by which platform: one dispute of it is open at a time.
struct DisputeKey {
  ProjectId project;
  KindCode kind;
  std::string part;
  DisputedField field = DisputedField::State;
  std::string source;  ///< Id of the platform, as its adapter calls it.

  friend bool operator==(const DisputeKey&, const DisputeKey&) = default;
  friend auto operator<=>(const DisputeKey&, const DisputeKey&) = default;
};

struct SourceDispute {
  DisputeKey key;
  std::string ours, theirs;  ///< A state's or level's name, an ISO day, a number; empty: nothing is known.
  bool suggestion = false;   ///< They know what we do not yet, and we know nothing that speaks against it.
  std::string file, sheet, cell;
  UnitCode owner;  ///< The responsible unit when it was opened.
  Date opened_on, due_on;
  std::optional<Date> closed_on;  ///< The day of the comparison in which both agreed.

  friend bool operator==(const SourceDispute&, const SourceDispute&) = default;
};

[[nodiscard]] bool is_open_on(const SourceDispute& dispute, Date day);

/// The parts with an open dispute on the day: project, kind, part.
using DisputedParts = std::set<std::tuple<std::string, std::string, std::string>>;
[[nodiscard]] DisputedParts disputed_parts(const std::vector<SourceDispute>& disputes, Date day);

}  // namespace guatu::ledger
