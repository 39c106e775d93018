#include "guatu/usecases/sample/mess/traps.hpp"

#include <fmt/format.h>

#include "guatu/usecases/sample/mess/day_words.hpp"

namespace guatu::usecases::mess {
namespace {

Written doubtful(Written written, const char* name, std::vector<std::string> codes) {
  written.meanings.clear();
  written.doubt = Doubt{name, std::move(codes)};
  return written;
}

Written doubtful_text(std::string text, const char* name, std::vector<std::string> codes) {
  return doubtful(write_text(std::move(text), "doubt"), name, std::move(codes));
}

}  // namespace

Written doubtful_state(const PartSaid& part, bool under_answer, const Hand& hand) {
  static const std::vector<std::string> kDashes{"—", "－", "-", "／", "/", "\\"};
  static const std::vector<std::string> kUnknown{
      "差决议书签字", "等待下达批复，已缴纳植被恢复费", "正在对接", "按时间节点推进", "同上", "正常推进"};
  switch (hand.random.below(under_answer ? 5 : 7)) {
    case 0:
      return doubtful_text(hand.random.one_of(kDashes), "dash as a state", {"ambiguous_cell"});
    case 1:
      return doubtful_text(dotted(part.facts->planned ? part.facts->planned->last : hand.report_day),
                           "lone day as a state", {"ambiguous_cell"});
    case 2:
      return doubtful_text("?", "question mark", {"ambiguous_cell"});
    case 3:
      return doubtful_text("已受理，未启动", "two states", {"ambiguous_cell"});
    case 4:
      return doubtful_text(hand.random.one_of(kUnknown), "word nobody knows", {"unknown_state", "ambiguous_cell"});
    case 5:
      return doubtful_text("是", "是 as a state", {"ambiguous_cell"});
    default:
      return doubtful_text("否", "否 as a state", {"ambiguous_cell"});
  }
}

Written doubtful_fact_day(Date day, const Hand& hand) {
  static const std::vector<std::string> kImpossible{"11月31日", "2022.11.31", "2023年2月30日", "2023-02-29"};
  switch (hand.random.below(4)) {
    case 0:
      return doubtful_text(hand.random.one_of(kImpossible), "impossible day", {"bad_date"});
    case 1:
      return doubtful_text(fmt::format("{}年{}月", day.year(), day.month()), "month for a fact", {"vague_date"});
    case 2: {
      const auto late = hand.report_day + hand.random.between(3, 30);
      return doubtful(write_day(late, hand.style.days, "", hand), "fact after the report", {"date_after_report"});
    }
    default:
      return doubtful(write_number(std::to_string(day.year()) + ".1", "doubt"), "lost zero", {"ambiguous_date"});
  }
}

Written doubtful_plan(const Hand& hand) {
  if (hand.random.chance(40)) return doubtful_text("2月30日", "impossible day", {"bad_date"});
  return doubtful(write_number(std::to_string(hand.report_day.year()) + ".1", "doubt"), "lost zero",
                  {"ambiguous_date"});
}

Written doubtful_level(const Hand& hand) {
  const auto& words = hand.campaign.form.authority_ambiguous;
  if (words.empty()) return doubtful_text("?", "level nobody knows", {"unknown_authority", "ambiguous_cell"});
  return doubtful_text(hand.random.one_of(words), "level of two meanings", {"ambiguous_cell"});
}

Written broken_formula(const Hand& hand) {
  Written written;
  written.spelling = "doubt";
  const int draw = hand.style.text_file > 0 ? 2 : hand.random.below(3);
  if (draw > 0) {
    written.cell.kind = reporting::RawKind::Error;
    written.cell.value = draw == 1 ? "#REF!" : "#N/A";
  }
  if (draw != 2) written.cell.formula = draw == 0 ? "VLOOKUP(B5,Sheet9!A:C,3,0)" : "#REF!+0";
  return doubtful(std::move(written), draw == 0 ? "formula without a value" : "formula error", {"formula_error"});
}

Written wrongly_handed_up() {
  return doubtful_text("要件已上报最终审批部门", "handed up where the city decides", {"handed_up_not_allowed"});
}

}  // namespace guatu::usecases::mess
