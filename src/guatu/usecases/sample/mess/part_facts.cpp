#include "guatu/usecases/sample/mess/part_facts.hpp"

#include <algorithm>

namespace guatu::usecases::mess {
namespace {

std::optional<Date> known_day(const std::optional<ledger::DatedFact>& fact) {
  return fact && !fact->assumed ? std::optional(fact->on) : std::nullopt;
}

}  // namespace

bool is_one_of(ProcedureState state, std::initializer_list<ProcedureState> states) {
  return std::ranges::find(states, state) != states.end();
}

/// The day that the unit writes for a fact: known, and not beyond the state.
std::optional<Date> day_for(Said said, const PartSaid& part) {
  using enum ProcedureState;
  const auto& facts = *part.facts;
  if (part.state == NotApplicable) return std::nullopt;
  switch (said) {
    case Said::Submitted:
      return known_day(facts.submitted);
    case Said::Accepted:
      if (facts.accepted.empty() || is_one_of(part.state, {Submitted})) return std::nullopt;
      return known_day(facts.accepted.back());
    case Said::HandedUp:
      return is_one_of(part.state, {Submitted, InReview}) ? std::nullopt : known_day(facts.handed_up);
    case Said::Finished:
      return known_day(facts.finished);
    default:
      return std::nullopt;
  }
}

const char* field_of(Said said) {
  switch (said) {
    case Said::Submitted:
      return "submitted_on";
    case Said::Accepted:
      return "accepted_on";
    case Said::HandedUp:
      return "handed_up_on";
    default:
      return "finished_on";
  }
}

std::string in_other_brackets(std::string number, const Hand& hand) {
  struct Pair {
    const char *open, *close;
  };
  static const std::vector<Pair> kPairs{{"〔", "〕"}, {"[", "]"}, {"【", "】"}, {"（", "）"}, {"(", ")"}, {"［", "］"}};
  const auto& pair = hand.usual(kPairs, hand.style.words);
  for (const auto& [from, to] : {std::pair{"〔", pair.open}, std::pair{"〕", pair.close}})
    if (const auto at = number.find(from); at != std::string::npos)
      number.replace(at, std::string_view(from).size(), to);
  return number;
}

}  // namespace guatu::usecases::mess
