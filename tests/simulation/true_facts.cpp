#include "tests/simulation/true_facts.hpp"

#include <algorithm>

namespace guatu::simulation {
namespace {

bool upper(std::optional<Authority> authority) {
  return authority == Authority::State || authority == Authority::Region;
}

template <typename T>
std::optional<Date> latest(const std::vector<T>& dated, Date day) {
  std::optional<Date> last;
  for (const auto& fact : dated)
    if (fact.on <= day && (!last || *last < fact.on)) last = fact.on;
  return last;
}

/// The newest hand-up by the day, unless it came back.
const HandUp* hand_up_on(const Facts& facts, Date day) {
  const HandUp* newest = nullptr;
  for (const auto& round : facts.handed_up)
    if (round.on <= day) newest = &round;
  return newest != nullptr && newest->back && *newest->back <= day ? nullptr : newest;
}

bool finished_by(const Facts& facts, Date day) {
  if (!facts.finished || facts.finished->on > day) return false;
  if (!facts.revoked) return true;
  // For false papers it never was; otherwise it was until the day on which it was taken back.
  return !facts.revoked->false_papers && day < facts.revoked->effective;
}

bool says_not_applicable(const Line& line) {
  return line.involved == false || line.state == Word::NotApplicable;
}

bool has_day(const Line& line) {
  return line.submitted || line.accepted || line.handed_up || line.finished;
}

/// What the line means: as written, or finished by what stands beside an empty state.
std::optional<Word> meaning(const Line& line, std::optional<Authority> authority) {
  if (line.state == Word::AtRegion) return authority == Authority::Region ? Word::HandedUp : Word::InReview;
  if (!line.state && (line.finished || !line.number.empty()) && !says_not_applicable(line)) return Word::Finished;
  return line.state;
}

int step_of(Word word) {
  switch (word) {
    case Word::NotStarted:
      return 1;
    case Word::Preparing:
      return 2;
    case Word::Submitted:
    case Word::Corrected:
    case Word::Rejected:
      return 3;
    case Word::InReview:
      return 4;
    case Word::HandedUp:
      return 5;
    default:
      return 6;
  }
}

int step_of(ProcedureState state) {
  switch (state) {
    case ProcedureState::NotStarted:
      return 1;
    case ProcedureState::Preparing:
      return 2;
    case ProcedureState::Submitted:
    case ProcedureState::Returned:
      return 3;
    case ProcedureState::InReview:
      return 4;
    case ProcedureState::HandedUp:
      return 5;
    case ProcedureState::Finished:
      return 6;
    default:
      return 0;
  }
}

void take_acceptance(Facts& facts, Date day) {
  for (auto& known : facts.accepted)
    if (known.on == day) {
      known.assumed = false;
      return;
    }
  const auto last = std::ranges::max_element(facts.accepted, {}, &Dated::on);
  const auto last_return = latest(facts.returned, Date::of(2199, 1, 1));
  const bool new_round = last_return && last != facts.accepted.end() && *last_return > last->on && day > *last_return;
  if (last != facts.accepted.end() && !new_round) facts.accepted.erase(last);
  facts.accepted.push_back({day, false});
}

/// A day in a cell replaces what was known; after a return it begins a new round.
void take_days(Facts& facts, const Line& line) {
  if (line.submitted) facts.submitted = Dated{*line.submitted};
  if (line.accepted) take_acceptance(facts, *line.accepted);
  if (line.handed_up && upper(facts.authority)) {
    auto& rounds = facts.handed_up;
    if (!rounds.empty() && (!rounds.back().back || *line.handed_up <= *rounds.back().back)) {
      rounds.back().on = *line.handed_up;
      rounds.back().assumed = false;
    } else {
      rounds.push_back({*line.handed_up, false, {}});
    }
  }
  if (line.finished) {
    if (facts.revoked && *line.finished > facts.revoked->effective) facts.revoked.reset();
    facts.finished = Dated{*line.finished};
  }
}

/// A state that says less than is known corrects it: what was done by that day was not done. Being sent back corrects only
/// a finish.
void take_back(Facts& facts, Word word, Date last_day, ProcedureState stands) {
  if (stands == ProcedureState::Finished) {
    facts.finished.reset();
    facts.revoked.reset();
  }
  if (word == Word::Corrected || word == Word::Rejected) return;
  if (step_of(word) < 5 && hand_up_on(facts, last_day) != nullptr) facts.handed_up.pop_back();
  const auto by_then = [&](const auto& fact) { return fact.on <= last_day; };
  if (step_of(word) < 4) {
    std::erase_if(facts.accepted, by_then);
    std::erase_if(facts.returned, by_then);
  }
  if (step_of(word) < 3 && facts.submitted && facts.submitted->on <= last_day) facts.submitted.reset();
  if (step_of(word) < 2 && facts.preparing && *facts.preparing <= last_day) facts.preparing.reset();
}

void take_word(Facts& facts, Word word, const Line& line, Date last_day, Date starts) {
  auto stands = state_on(facts, last_day, starts);
  if (step_of(word) < step_of(stands)) {
    take_back(facts, word, last_day, stands);
    stands = state_on(facts, last_day, starts);
  }
  switch (word) {
    case Word::Finished:
      if (!facts.finished) facts.finished = Dated{last_day, true};
      return;
    case Word::HandedUp:
      if (facts.handed_up.empty() || facts.handed_up.back().back) facts.handed_up.push_back({last_day, true, {}});
      return;
    case Word::Corrected:
    case Word::Rejected:
      if (stands == ProcedureState::Returned && facts.returned.back().word == word) return;
      // Of two words for one day the later one is right: what came back that day is not accepted.
      std::erase_if(facts.accepted, [&](const Dated& fact) { return fact.on == last_day; });
      std::erase_if(facts.returned, [&](const ComeBack& fact) { return fact.on == last_day; });
      facts.returned.push_back({last_day, word, {}});
      if (stands == ProcedureState::HandedUp) facts.handed_up.back().back = last_day;
      return;
    case Word::InReview:
      if (stands != ProcedureState::InReview) facts.accepted.push_back({last_day, true});
      return;
    case Word::Submitted:
      if (stands == ProcedureState::Returned) {
        auto& last = facts.returned.back();
        last.answered = line.submitted && *line.submitted > last.on ? *line.submitted : last_day;
      }
      if (!facts.submitted) facts.submitted = Dated{last_day, true};
      return;
    case Word::Preparing:
      if (!facts.preparing) facts.preparing = last_day;
      return;
    default:
      if (!facts.not_started) facts.not_started = last_day;
      return;
  }
}

}  // namespace

const char* word_text(Word word) {
  switch (word) {
    case Word::NotStarted:
      return "未启动";
    case Word::Preparing:
      return "正在组卷";
    case Word::Submitted:
      return "已申报待受理";
    case Word::InReview:
      return "已受理在办";
    case Word::HandedUp:
      return "要件已上报最终审批部门";
    case Word::AtRegion:
      return "已报自治区";
    case Word::Corrected:
      return "补正";
    case Word::Rejected:
      return "退件";
    case Word::Finished:
      return "办结";
    case Word::NotApplicable:
      return "不涉及";
  }
  return "";
}

std::string line_text(const Line& line) {
  std::string text = line.state ? word_text(*line.state) : "—";
  if (line.involved) text += *line.involved ? " 是" : " 否";
  if (line.authority) text += " " + std::string(authority_name(*line.authority));
  const auto add = [&text](const char* name, const std::optional<Date>& day) {
    if (day) text += std::string(" ") + name + " " + format_iso(*day);
  };
  add("submitted", line.submitted);
  add("accepted", line.accepted);
  add("handed up", line.handed_up);
  add("finished", line.finished);
  return line.number.empty() ? text : text + " " + line.number;
}

ProcedureState state_on(const Facts& facts, Date day, Date campaign_starts) {
  if (facts.not_applicable && campaign_starts <= day) return ProcedureState::NotApplicable;
  if (finished_by(facts, day)) return ProcedureState::Finished;
  if (upper(facts.authority) && hand_up_on(facts, day) != nullptr) return ProcedureState::HandedUp;
  const auto back = latest(facts.returned, day);
  const auto accepted = latest(facts.accepted, day);
  const bool came_back = back && (!accepted || *back > *accepted);
  const bool answered = std::ranges::any_of(facts.returned, [&](const ComeBack& each) {
    return back && each.on == *back && each.answered && *each.answered <= day;
  });
  if (came_back && !answered) return ProcedureState::Returned;
  if (accepted && !came_back) return ProcedureState::InReview;
  if (facts.submitted && facts.submitted->on <= day) return ProcedureState::Submitted;
  if (facts.preparing && *facts.preparing <= day) return ProcedureState::Preparing;
  if (facts.not_started && *facts.not_started <= day) return ProcedureState::NotStarted;
  return ProcedureState::Unknown;
}

bool is_unverified(const Facts& facts, Date day, Date campaign_starts) {
  return state_on(facts, day, campaign_starts) == ProcedureState::Finished &&
         (facts.finished->assumed || facts.number.empty());
}

bool is_overdue(const Facts& facts, Date day, Date campaign_starts) {
  const auto state = state_on(facts, day, campaign_starts);
  const bool done =
      state == ProcedureState::Finished || state == ProcedureState::HandedUp || state == ProcedureState::NotApplicable;
  return facts.planned && *facts.planned < day && !done;
}

std::optional<std::string> fault_of(const Facts& before, const Line& line, Date last_day) {
  const bool not_applicable = says_not_applicable(line);
  if (not_applicable && (has_day(line) || (line.state && line.state != Word::NotApplicable)))
    return "state_contradiction";
  const bool not_begun = line.state == Word::NotStarted || line.state == Word::Preparing;
  if (not_begun && (has_day(line) || !line.number.empty())) return "state_contradiction";
  for (const auto& day : {line.submitted, line.accepted, line.handed_up, line.finished})
    if (day && *day > last_day) return "date_after_report";
  const auto authority = line.authority ? line.authority : before.authority;
  const auto word = meaning(line, authority);
  const bool claims_hand_up = line.state == Word::HandedUp || line.state == Word::AtRegion || (!word && line.handed_up);
  if (claims_hand_up && !authority) return "missing_authority";
  if (claims_hand_up && !upper(authority)) return "handed_up_not_allowed";
  const bool again = word == Word::Finished && before.revoked;
  if (again && (!line.finished || *line.finished <= before.revoked->effective)) return "revoked_completion";
  return std::nullopt;
}

Facts after_line(const Facts& before, const Line& line, Date last_day, Date campaign_starts) {
  auto facts = before;
  if (line.authority) facts.authority = line.authority;
  if (line.planned) facts.planned = line.planned;
  if (!line.number.empty()) facts.number = line.number;
  if (says_not_applicable(line)) {
    facts.not_applicable = true;
    return facts;
  }
  if (line.involved || line.state || line.finished || has_day(line) || !line.number.empty())
    facts.not_applicable = false;
  take_days(facts, line);
  if (const auto word = meaning(line, facts.authority)) take_word(facts, *word, line, last_day, campaign_starts);
  return facts;
}

}  // namespace guatu::simulation
