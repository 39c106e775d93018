#include <algorithm>

#include "guatu/reporting/form_words.hpp"
#include "guatu/usecases/sample/mess/day_words.hpp"
#include "guatu/usecases/sample/mess/part_cells.hpp"
#include "guatu/usecases/sample/mess/part_facts.hpp"
#include "guatu/usecases/sample/mess/traps.hpp"

namespace guatu::usecases::mess {
namespace {

using enum ProcedureState;

std::string filled(std::string text, const std::string& day) {
  return text.replace(text.find("{}"), 2, day);
}

Said fact_of(ProcedureState state) {
  if (state == Finished) return Said::Finished;
  if (state == HandedUp) return Said::HandedUp;
  return state == InReview ? Said::Accepted : Said::Submitted;
}

/// One cell being written: its text grows, and what it means with it.
class StateCell {
 public:
  StateCell(const PartSaid& part, const Hand& hand) : part_(part), hand_(hand), text_(state_phrase(part, hand)) {
    if (part.state != Unknown) meanings_.push_back({"state", std::string(state_name(part.state))});
  }

  void add_day() {
    const auto said = fact_of(part_.state);
    day_ = is_one_of(part_.state, {Finished, HandedUp, InReview, Submitted}) ? day_for(said, part_) : std::nullopt;
    if (!day_) return;
    const auto day = day_phrase(*day_, hand_).text;
    static const std::vector<std::string> kSentences{"已于{}取得批复", "{}已取得批复", "已于{}办结", "{}已批复"};
    spelling_ = "cell: word and day";
    if (part_.state == Finished && hand_.spells() && hand_.random.chance(15)) {
      text_ = filled(hand_.random.one_of(kSentences), day);
      spelling_ = "cell: sentence";
    } else {
      text_ = beside(text_, day);
    }
    meanings_.push_back({field_of(said), format_iso(*day_)});
  }

  void add_number() {
    const auto& number = part_.facts->document_number;
    if (part_.state != Finished || number.empty() || !hand_.spells() || !hand_.random.chance(25)) return;
    const bool alone = !day_ && hand_.random.chance(50);
    const auto written = in_other_brackets(number, hand_);
    text_ = alone ? written : text_ + "，" + written;
    spelling_ = alone ? "cell: number alone" : "cell: word and number";
    meanings_.push_back({"document_number", number});
  }

  void add_plan() {
    const auto& planned = part_.facts->planned;
    const bool open = !is_one_of(part_.state, {Finished, HandedUp});
    if (!open || !planned || planned->precision != DatePrecision::Day) return;
    // Two sheets of one return do not say one plan in two ways.
    const bool may_be_vague = hand_.spells() && hand_.style.vague_plans && hand_.style.layout != Layout::TwoSheets;
    const auto phrase = may_be_vague && hand_.random.chance(30) ? period_phrase(planned->last, hand_)
                                                                : day_phrase(planned->last, hand_);
    static const std::vector<std::string> kPlans{"预计{}办结", "计划{}", "计划{}完成", "预计{}取得批复", "力争{}办结"};
    const auto plan =
        hand_.spells() ? filled(hand_.usual(kPlans, hand_.style.words), phrase.text) : "计划 " + phrase.text;
    text_ += (text_.empty() ? "" : hand_.spells() ? "，" : " ") + plan;
    spelling_ += " and plan";
    meanings_.push_back({"planned", format_iso(phrase.last)});
  }

  Written finish() {
    auto written = write_text(text_, spelling_);
    written.meanings = std::move(meanings_);
    if (part_.state == Finished && !day_)
      written.doubt = Doubt{"finish without its day", {"finished_without_date"}, false};
    if (part_.state == HandedUp) written.doubt = Doubt{"hand-up without its level", {"missing_authority"}, false};
    return written;
  }

 private:
  [[nodiscard]] std::string beside(const std::string& word, const std::string& day) const {
    static const std::vector<std::string> kForms{"W D", "W（D）", "DW", "W\nD", "W，D", "D W"};
    auto form = hand_.spells() ? hand_.usual(kForms, hand_.style.words) : kForms.front();
    form.replace(form.find('D'), 1, day);
    return form.replace(form.find('W'), 1, word);
  }

  const PartSaid& part_;
  const Hand& hand_;
  std::string text_;
  std::string spelling_ = "cell: word";
  std::vector<Meaning> meanings_;
  std::optional<Date> day_;
};

}  // namespace

Written write_differing_states(const std::vector<PartSaid>& parts, const Hand& hand) {
  Written written = write_text({}, "cell: two procedures");
  for (const auto& part : parts) {
    auto state = state_phrase(part, hand);
    if (state.empty()) return {};
    const auto kind = part.kind->code.text();
    written.meanings.push_back({"state", std::string(state_name(part.state)), kind});
    const auto day = part.state == Finished ? day_for(Said::Finished, part) : std::nullopt;
    if (day) {
      state += " " + day_phrase(*day, hand).text;
      written.meanings.push_back({"finished_on", format_iso(*day), kind});
    } else if (part.state == Finished) {
      written.doubt = Doubt{"finish without its day", {"finished_without_date"}, false};
    } else if (part.state == HandedUp) {
      written.doubt = Doubt{"hand-up without its level", {"missing_authority"}, false};
    }
    written.cell.value += (written.cell.value.empty() ? "" : "，") + reporting::column_name(*part.kind) + state;
  }
  return written;
}

Written write_state_cell(const PartSaid& part, const Hand& hand) {
  if (part.state != Unknown && hand.slips()) return doubtful_state(part, false, hand);
  StateCell cell(part, hand);
  if (!is_one_of(part.state, {NotApplicable, Returned})) {
    cell.add_day();
    cell.add_number();
    cell.add_plan();
    return cell.finish();
  }
  auto written = cell.finish();
  written.spelling = "cell: " + std::string(state_name(part.state));
  if (part.state == NotApplicable && hand.spells() && hand.random.chance(8)) {
    written.cell.value = "不涉及（无需办理）";
    written.spelling += ", with a remark";
  }
  return written;
}

}  // namespace guatu::usecases::mess
