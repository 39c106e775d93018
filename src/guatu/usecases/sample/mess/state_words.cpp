#include "guatu/usecases/sample/mess/state_words.hpp"

#include "guatu/reporting/form_words.hpp"

namespace guatu::usecases::mess {
namespace {

using Words = std::vector<std::string>;

/// Words that say why a procedure is not needed fit only some of them.
void add_kind_words(Words& words, const campaign::ProcedureKind& kind) {
  const auto named = [&](std::string_view part) { return kind.name.zh.find(part) != std::string::npos; };
  if (named("林")) words.emplace_back("不占林地");
  if (named("新增")) words.insert(words.end(), {"不新增用地", "已有用地"});
}

Words preparing_words(const campaign::ProcedureKind& kind) {
  Words words{"正在组卷", "组卷", "编制报告", "编制中", "准备材料", "报告已完成待评审", "招中介"};
  if (kind.name.zh.find("环境") != std::string::npos) words.emplace_back("正在编制环评");
  if (kind.predecessors.empty()) words.insert(words.end(), {"可研编制", "可研已做完"});
  return words;
}

Words handed_up_words(const PartSaid& part, const campaign::Campaign& campaign) {
  Words words{"要件已上报最终审批部门", "已组件上报", "上报收口", "已上报"};
  const auto region = reporting::region_word(campaign);
  if (part.facts->authority == Authority::Region)
    words.insert(words.end(), {"要件已报送至" + region + "厅", "报件已入" + region + "系统", "已报" + region});
  if (part.facts->authority == Authority::State) words.emplace_back("已报部");
  return words;
}

Words in_review_words(const PartSaid& part, const campaign::Campaign& campaign) {
  Words words{"办理中", "正在办理", "在办",   "已受理",   "审批中",
              "评审中", "公示中",   "待批复", "已报市局", "已上报市局，市局正在审核"};
  if (part.facts->authority == Authority::State && part.level_is_written)
    words.push_back("已报" + reporting::region_word(campaign));
  return words;
}

Words finished_words(const PartSaid& part) {
  Words words{"办结", "已办结", "已完成", "完成", "已取得", "已批复", "已批", "100%", "办理完毕", "手续齐备", "收口"};
  const auto track = reporting::track_word(part.track);
  for (const auto& variant : part.kind->variants)
    if (part.track != Track::Approval && variant.name.zh == track) words.push_back("已" + track);
  return words;
}

Words returned_words(const ledger::PartFacts& facts) {
  const bool rejected = !facts.setbacks.empty() && facts.setbacks.back().kind == ledger::SetbackKind::Rejection;
  return rejected ? Words{"退件", "退回", "不予受理"} : Words{"补正", "需补充材料", "暂缓"};
}

Words words_for(const PartSaid& part, const Hand& hand) {
  switch (part.state) {
    case ProcedureState::NotApplicable: {
      Words words{"不涉及", "无需办理", "不需办理", "不需要", "免办", "豁免", "不单独办理", "N/A", "无"};
      add_kind_words(words, *part.kind);
      return words;
    }
    case ProcedureState::NotStarted:
      return {"未启动", "未办理", "未办", "未开始", "未申报", "尚未办理", "没接到申请", "待办"};
    case ProcedureState::Preparing:
      return preparing_words(*part.kind);
    case ProcedureState::Submitted:
      return {"已申报", "已提交", "已报件", "待受理"};
    case ProcedureState::InReview:
      return in_review_words(part, hand.campaign);
    case ProcedureState::HandedUp:
      return handed_up_words(part, hand.campaign);
    case ProcedureState::Returned:
      return returned_words(*part.facts);
    case ProcedureState::Finished:
      return finished_words(part);
    case ProcedureState::Unknown:
      break;
  }
  return {};
}

/// A letter that a symbol font shows as a tick.
Written symbol_tick(const Hand& hand) {
  struct Letter {
    const char* font;
    const char* letter;
  };
  static const std::vector<Letter> kLetters{
      {"Wingdings 2", "P"}, {"Wingdings 2", "R"}, {"Wingdings", "ü"}, {"Wingdings", "þ"}};
  const auto& letter = hand.usual(kLetters, hand.style.words);
  auto written = write_text(letter.letter, "state: symbol font");
  written.cell.font = letter.font;
  return written;
}

Written write_finished(const PartSaid& part, const Hand& hand) {
  static const Words kTicks{"√", "✓", "✔", "☑", "●"};
  if (hand.style.symbol_ticks) return symbol_tick(hand);
  if (hand.style.ticks) return write_text(hand.usual(kTicks, hand.style.words), "state: tick");
  auto word = hand.usual(finished_words(part), hand.style.words);
  if (word != "100%" || hand.style.text_file > 0 || hand.random.chance(50)) return write_text(word, "state: finished");
  auto written = write_number("1", "state: percent");
  written.cell.format = "9";
  return written;
}

std::string spelling_of(ProcedureState state) {
  return "state: " + std::string(state_name(state));
}

}  // namespace

std::string not_applicable_phrase(const PartSaid& part, const Hand& hand) {
  if (!hand.spells()) return "不涉及";
  PartSaid not_applicable = part;
  not_applicable.state = ProcedureState::NotApplicable;
  return hand.usual(words_for(not_applicable, hand), hand.style.words);
}

std::string state_phrase(const PartSaid& part, const Hand& hand) {
  if (!hand.spells()) {
    if (part.state == ProcedureState::NotApplicable) return "不涉及";
    return reporting::state_word(*part.facts, hand.report_day, campaign::Completion::Claimed);
  }
  const auto words = words_for(part, hand);
  return words.empty() ? std::string{} : hand.usual(words, hand.style.words);
}

Written write_state(const PartSaid& part, const Hand& hand) {
  if (part.state == ProcedureState::Unknown) return {};
  Written written;
  if (hand.spells() && part.state == ProcedureState::Finished) {
    written = write_finished(part, hand);
  } else if (hand.spells() && hand.style.ticks && part.state == ProcedureState::NotStarted) {
    written = write_text("✗", "state: cross");
  } else {
    written = write_text(state_phrase(part, hand), spelling_of(part.state));
  }
  written.meanings = {{"state", std::string(state_name(part.state))}};
  return written;
}

Written write_answer(const PartSaid& part, const Hand& hand) {
  if (part.state != ProcedureState::Finished && part.state != ProcedureState::NotStarted)
    return write_state(part, hand);
  const bool finished = part.state == ProcedureState::Finished;
  static const Words kYes{"是", "已办结", "√"};
  static const Words kNo{"否", "未办结", "未办理"};
  auto written = write_text(
      hand.spells() ? hand.usual(finished ? kYes : kNo, hand.style.words) : std::string(finished ? "是" : "否"),
      "state: answer");
  written.meanings = {{"state", std::string(state_name(part.state))}};
  return written;
}

Written write_involved(bool involved, const Hand& hand) {
  static const Words kYes{"是", "涉及", "需要", "√"};
  static const Words kNo{"否", "不涉及", "无需办理", "不需要"};
  auto written = write_text(
      hand.spells() ? hand.usual(involved ? kYes : kNo, hand.style.words) : std::string(involved ? "是" : "否"),
      "involved");
  if (!involved) written.meanings = {{"state", "not_applicable"}};
  return written;
}

}  // namespace guatu::usecases::mess
