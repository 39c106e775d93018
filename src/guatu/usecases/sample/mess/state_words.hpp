#pragma once

#include "guatu/campaign/procedure_state.hpp"
#include "guatu/ledger/facts.hpp"
#include "guatu/usecases/sample/mess/hand.hpp"
#include "guatu/usecases/sample/mess/written.hpp"

/// How clerks write the state of a procedure, where the context leaves no doubt. Source: domain 1.3.
namespace guatu::usecases::mess {

/// One procedure of one project as its unit knows it on the reporting day, and what its row can say.
struct PartSaid {
  const campaign::ProcedureKind* kind;
  const ledger::PartFacts* facts;
  ProcedureState state;
  std::optional<Track> track;
  bool level_is_written = false;  ///< The row says who decides.
};

/// The state as a word, a tick or a letter; blank for `Unknown`.
[[nodiscard]] Written write_state(const PartSaid& part, const Hand& hand);
/// Under 是否办结.
[[nodiscard]] Written write_answer(const PartSaid& part, const Hand& hand);
/// Only words, for sentences.
[[nodiscard]] std::string state_phrase(const PartSaid& part, const Hand& hand);
[[nodiscard]] std::string not_applicable_phrase(const PartSaid& part, const Hand& hand);
/// Under 是否涉及.
[[nodiscard]] Written write_involved(bool involved, const Hand& hand);

}  // namespace guatu::usecases::mess
