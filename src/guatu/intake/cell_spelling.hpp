#pragma once

#include <optional>
#include <string_view>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/revise.hpp"

/// What one word in a cell means: the drop-downs of the own form and what people write instead.
/// Source: contract 4, "Words of the drop-downs"; domain 1.3.
namespace guatu::intake {

/// A word in a state column.
struct StateWord {
  std::optional<ledger::ReportedState> state;
  std::optional<ledger::NotApplicableReason> reason;  ///< With `NotApplicable`, when the word gives one.
  bool ambiguous = false;                             ///< Must be asked: a dash, 是, 否.
};

/// Nothing where the word is not known. `key` is a `match_key`. `region_words` are the campaign's words for the region's
/// level, for 已报<region>.
[[nodiscard]] std::optional<StateWord> find_state_word(std::string_view key, const campaign::FormWords& form);

/// A letter in a symbol font (Wingdings): ticks and crosses. Source: domain 1.3, rule 3.
[[nodiscard]] std::optional<ledger::ReportedState> find_symbol(std::string_view letter);

enum class Involvement { Yes, No, Ambiguous, Unknown };

/// A word under 是否涉及. A word with a reason of its own gives that too.
struct InvolvementReading {
  Involvement involvement = Involvement::Unknown;
  std::optional<ledger::NotApplicableReason> reason;
};
[[nodiscard]] InvolvementReading read_involvement(std::string_view key);

/// A word under 不涉及理由, drop-down words first.
[[nodiscard]] std::optional<ledger::NotApplicableReason> find_reason_word(std::string_view key);

/// A word under 是否办结.
[[nodiscard]] std::optional<ledger::ReportedState> find_finished_answer(std::string_view key);

}  // namespace guatu::intake
