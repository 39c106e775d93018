#include "guatu/usecases/sample/mess/part_cells.hpp"

#include <algorithm>

#include "guatu/reporting/form_words.hpp"
#include "guatu/usecases/sample/mess/day_words.hpp"
#include "guatu/usecases/sample/mess/part_facts.hpp"
#include "guatu/usecases/sample/mess/traps.hpp"

namespace guatu::usecases::mess {
namespace {

bool has(const std::vector<Said>& columns, Said said) {
  return std::ranges::find(columns, said) != columns.end();
}

Written write_fact(Said said, const PartSaid& part, const Hand& hand) {
  if (said == Said::Sent) said = part.state == ProcedureState::HandedUp ? Said::HandedUp : Said::Submitted;
  const auto day = day_for(said, part);
  if (!day) return {};
  if (hand.slips()) return hand.random.chance(20) ? broken_formula(hand) : doubtful_fact_day(*day, hand);
  return write_day(*day, hand.style.days, field_of(said), hand);
}

Written write_planned(const PartSaid& part, const Hand& hand) {
  static const std::vector<std::string> kNoDay{"待定", "近期", "长期"};
  if (part.state == ProcedureState::NotApplicable) return {};
  const auto& planned = part.facts->planned;
  if (!planned)
    return hand.spells() && hand.random.chance(25) ? write_text(hand.random.one_of(kNoDay), "plan: no day") : Written{};
  if (hand.slips()) return doubtful_plan(hand);
  if (planned->precision != DatePrecision::Day) {
    auto written = write_text(planned->text, "plan: as promised");
    written.meanings = {{"planned", format_iso(planned->last)}};
    return written;
  }
  // Two sheets of one return do not say one plan in two ways.
  const int often = hand.style.layout == Layout::TwoSheets ? 0 : hand.style.vague_plans ? 35 : 4;
  const bool vague = hand.spells() && hand.random.chance(often);
  return vague ? write_period(planned->last, "planned", hand)
               : write_day(planned->last, hand.style.plan_days, "planned", hand);
}

Written write_level(const PartSaid& part, const Hand& hand) {
  const auto& form = hand.campaign.form;
  if (part.state == ProcedureState::NotApplicable || !part.facts->authority) return {};
  if (hand.slips()) return doubtful_level(hand);
  std::vector<std::string> words{reporting::authority_word(hand.campaign, part.facts->authority)};
  for (const auto& [level, alias] : form.authority_aliases)
    if (level == *part.facts->authority && hand.spells()) words.push_back(alias);
  auto written = write_text(hand.usual(words, hand.style.words), "level");
  written.meanings = {{"authority", std::string(authority_name(*part.facts->authority))}};
  return written;
}

Written write_document_number(const PartSaid& part, const Hand& hand) {
  const auto& number = part.facts->document_number;
  if (number.empty() || part.state != ProcedureState::Finished) return {};
  auto written = write_text(hand.spells() ? in_other_brackets(number, hand) : number, "document number");
  written.meanings = {{"document_number", number}};
  return written;
}

Written write_reason(const PartSaid& part, const Hand&) {
  if (part.state != ProcedureState::NotApplicable) return {};
  auto written = write_text(ledger::not_applicable_reason_words(part.facts->not_applicable->reason).zh, "reason");
  written.meanings = {
      {"not_applicable_reason", std::string(ledger::not_applicable_reason_name(part.facts->not_applicable->reason))}};
  return written;
}

Written write_person(const PartSaid& part, const Hand&) {
  if (part.state == ProcedureState::NotApplicable || part.facts->responsible_person.empty()) return {};
  auto written = write_text(part.facts->responsible_person, "person");
  written.meanings = {{"responsible_person", part.facts->responsible_person}};
  return written;
}

Written write_approver(const PartSaid& part, const Hand& hand) {
  if (part.state == ProcedureState::NotApplicable) return {};
  const auto name = reporting::unit_short_name(hand.campaign, part.kind->line, hand.report_day);
  auto written = write_text(name, "approver");
  written.meanings = {{"approver", name}};
  return written;
}

/// The state, with what follows from the rest of the row: a finish without its day, a hand-up without its level.
Written write_state_of_row(const std::vector<Said>& columns, const PartSaid& part, bool answer, const Hand& hand) {
  using enum ProcedureState;
  const bool by_city = part.facts->authority && !decides_above_city(part.facts->authority);
  if (part.state == InReview && part.level_is_written && by_city && hand.slips()) return wrongly_handed_up();
  if (part.state != Unknown && hand.slips()) return doubtful_state(part, answer, hand);
  auto written = answer ? write_answer(part, hand) : write_state(part, hand);
  if (part.state == Finished && (!has(columns, Said::Finished) || !day_for(Said::Finished, part)))
    written.doubt = Doubt{"finish without its day", {"finished_without_date"}, false};
  if (part.state == HandedUp && !part.level_is_written)
    written.doubt = Doubt{"hand-up without its level", {"missing_authority"}, false};
  return written;
}

Written write_cell(Said said, const std::vector<Said>& columns, const PartSaid& part, const Hand& hand) {
  switch (said) {
    case Said::Involved:
      return part.state == ProcedureState::Unknown ? Written{}
                                                   : write_involved(part.state != ProcedureState::NotApplicable, hand);
    case Said::Reason:
      return write_reason(part, hand);
    case Said::Level:
      return write_level(part, hand);
    case Said::Person:
      return write_person(part, hand);
    case Said::Approver:
      return write_approver(part, hand);
    case Said::State:
    case Said::Answer:
      return write_state_of_row(columns, part, said == Said::Answer, hand);
    case Said::Planned:
      return write_planned(part, hand);
    case Said::Number:
      return write_document_number(part, hand);
    case Said::Submitted:
    case Said::Sent:
    case Said::Accepted:
    case Said::HandedUp:
    case Said::Finished:
      return write_fact(said, part, hand);
    default:
      return {};
  }
}

/// A dash or 无 where a day or a number would stand.
void fill_with_dashes(const std::vector<Said>& columns, Block& block, const Hand& hand) {
  static const std::vector<std::string> kNothing{"/", "—", "无", "－"};
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i] >= Said::Planned && columns[i] <= Said::Number && is_blank(block.cells[i]))
      block.cells[i] = write_text(hand.usual(kNothing, hand.style.words), "dash for nothing");
}

/// A block of a procedure that does not apply: 否 with nothing or dashes behind it, the word once, merged, or in every cell.
Block not_applicable_block(const std::vector<Said>& columns, const PartSaid& part, const Hand& hand) {
  Block block{std::vector<Written>(columns.size()), false};
  if (has(columns, Said::Involved)) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i] == Said::Involved || columns[i] == Said::Reason)
        block.cells[i] = write_cell(columns[i], columns, part, hand);
      else if (hand.style.dashes_in_block && hand.spells())
        block.cells[i] = write_text(hand.style.words % 2 == 0 ? "/" : "—", "dash beside 否");
    }
    return block;
  }
  const int way = hand.spells() ? hand.style.words % 4 : 0;
  const bool has_state = has(columns, Said::State) || has(columns, Said::Answer);
  const auto word = [&] {
    // 无 under a day says only that there is none.
    auto phrase = not_applicable_phrase(part, hand);
    if (!has_state && phrase == "无") phrase = "不涉及";
    auto written = write_text(phrase, "state: not_applicable");
    written.meanings = {{"state", "not_applicable"}};
    return written;
  };
  if (way == 1 && hand.style.text_file == 0) {
    block.cells.front() = word();
    block.cells.front().spelling = "state: not_applicable, merged";
    block.merged = columns.size() > 1;
    return block;
  }
  const auto state = std::ranges::find_if(
      columns, [](Said said) { return said == Said::State || said == Said::Answer || said == Said::Finished; });
  const auto at = state == columns.end() ? 0 : static_cast<std::size_t>(state - columns.begin());
  if (way == 2) {
    const auto same = word();
    for (auto& cell : block.cells)
      cell = write_text(same.cell.value, "state: not_applicable, repeated");
    block.cells[at].meanings = same.meanings;
    return block;
  }
  block.cells[at] = word();
  return block;
}

/// 否 beside a finish: nobody knows which of them is true.
void contradict(const std::vector<Said>& columns, Block& block) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    block.cells[i].meanings.clear();
    if (columns[i] == Said::Involved) block.cells[i] = write_text("否", "doubt");
    if (columns[i] != Said::State) continue;
    block.cells[i] = write_text("已办结", "doubt");
    block.cells[i].doubt = Doubt{"否 beside 办结", {"state_contradiction"}};
  }
}

}  // namespace

Block write_block(const std::vector<Said>& columns, PartSaid part, const Hand& hand) {
  part.level_is_written = has(columns, Said::Level) && part.facts->authority.has_value();
  if (part.state == ProcedureState::NotApplicable) return not_applicable_block(columns, part, hand);
  Block block;
  for (const auto said : columns)
    block.cells.push_back(write_cell(said, columns, part, hand));
  const bool can_contradict =
      part.state == ProcedureState::Finished && has(columns, Said::Involved) && has(columns, Said::State);
  if (can_contradict && hand.slips()) contradict(columns, block);
  if (hand.style.dashes_for_nothing && part.state != ProcedureState::Unknown) fill_with_dashes(columns, block, hand);
  if (!has(columns, Said::State) && !has(columns, Said::Answer) && part.state == ProcedureState::Finished)
    for (auto& cell : block.cells)
      if (!cell.meanings.empty() && (cell.meanings.front().field == "finished_on"))
        cell.meanings.push_back({"state", "finished"});
  return block;
}

}  // namespace guatu::usecases::mess
