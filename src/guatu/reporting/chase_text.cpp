#include "guatu/reporting/chase_text.hpp"

#include <array>

#include "guatu/base/contract.hpp"

namespace guatu::reporting {
namespace {

std::string month_and_day(Date day) {
  return std::to_string(day.month()) + "月" + std::to_string(day.day()) + "日";
}

/// Numbers its headings 一、二、三 and the lines under each 1. 2. 3.
class Letter {
 public:
  void line(const std::string& text) { text_ += text + "\n"; }

  void heading(const std::string& text) {
    constexpr std::array kNumbers{"一", "二", "三", "四", "五"};
    GUATU_REQUIRE(headings_ < kNumbers.size());
    line(std::string(kNumbers[headings_++]) + "、" + text);
    items_ = 0;
  }

  void item(const std::string& text) { line(std::to_string(++items_) + "." + text); }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
  std::size_t headings_ = 0, items_ = 0;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words)
    text += (text.empty() ? "" : "、") + word;
  return text;
}

std::size_t count(const std::vector<ChaseProcedures>& projects) {
  std::size_t all = 0;
  for (const auto& project : projects)
    all += project.kinds.size();
  return all;
}

void add_procedures(Letter& letter, const std::string& heading, const std::vector<ChaseProcedures>& projects) {
  if (projects.empty()) return;
  letter.heading(heading + "（" + std::to_string(count(projects)) + "项）");
  for (const auto& project : projects)
    letter.item(project.project + "：" + joined(project.kinds));
}

void add_corrections(Letter& letter, const std::vector<ChaseCorrection>& corrections) {
  if (corrections.empty()) return;
  letter.heading("需要更正或确认的内容（" + std::to_string(corrections.size()) + "处）");
  for (const auto& correction : corrections)
    letter.item(correction.place + (correction.value.empty() ? "" : "（“" + correction.value + "”）") + "：" +
                correction.text + "。" + correction.remedy + "。");
}

}  // namespace

std::string chase_text(const ChaseLetter& letter, const campaign::Campaign& campaign, std::optional<Date> by) {
  const auto* unit = campaign.find_unit(letter.unit);
  const auto table = dekad_name_zh(letter.dekad) + "任务表";
  const auto until = by ? "于" + month_and_day(*by) + "前" : std::string("立即");
  Letter text;
  text.line((unit == nullptr ? letter.unit.text() : unit->name_on(letter.dekad.last_day()).name.zh) + "：");
  if (!letter.reported) {
    text.line("截至目前，未收到你单位" + table + "。请" + until + "报送；逾期未报的，按沿用上旬情况计入通报。");
  } else {
    text.line("你单位" + table + "（" + letter.file + "）有以下事项需要补报或更正，请" + until + "报送：");
  }
  if (!letter.missing_projects.empty()) {
    text.heading("没有填报的项目（" + std::to_string(letter.missing_projects.size()) + "个）");
    for (const auto& project : letter.missing_projects)
      text.item(project);
  }
  add_corrections(text, letter.corrections);
  add_procedures(text, "没有填报状态的手续", letter.unknown);
  add_procedures(text, "已办结但没有批复文号的手续", letter.without_number);
  text.line(campaign.paper.office_name);
  return text.take();
}

}  // namespace guatu::reporting
