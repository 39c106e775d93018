#include "guatu/usecases/sample/mess/caption_words.hpp"

#include "guatu/reporting/form_words.hpp"
#include "guatu/usecases/sample/mess/day_words.hpp"
#include "guatu/usecases/sample/mess/money_words.hpp"

namespace guatu::usecases::mess {
namespace {

std::string unit_text(const UnitCode& unit, const Hand& hand) {
  std::vector<std::string> words{reporting::unit_name(hand.campaign, unit, hand.report_day)};
  if (hand.spells())
    if (const auto* found = hand.campaign.find_unit(unit))
      words.insert(words.end(), found->aliases.begin(), found->aliases.end());
  return words[static_cast<std::size_t>(hand.style.caption) % words.size()];
}

/// 12月上旬
std::string month_and_dekad(const Dekad& dekad) {
  const auto name = dekad_name_zh(dekad);
  return name.substr(name.find("年") + std::string_view("年").size());
}

void one_line(TableWriter& writer, std::uint32_t row, const CaptionRequest& request, const std::string& unit,
              const Hand& hand) {
  std::string text = "填报单位（盖章）：" + unit + "    旬别：" + dekad_name_zh(request.dekad);
  if (const auto money = money_caption(hand); !money.empty()) text += "    " + money;
  writer.text(row, 0, text);
  writer.merge(row, 0, row, request.columns - 1);
}

/// Label and value in cells of their own.
void in_cells(TableWriter& writer, std::uint32_t row, const std::string& label, const std::string& unit,
              const std::string& when, const CaptionRequest& request, const Hand& hand) {
  const auto last = request.columns - 1;
  writer.text(row, 0, label);
  if (!unit.empty()) writer.text(row, 1, unit);
  writer.text(row, 3, when);
  if (const auto money = money_caption(hand); !money.empty()) writer.text(row, last, money);
}

}  // namespace

std::uint32_t write_captions(TableWriter& writer, const CaptionRequest& request, const Hand& hand,
                             json::TruthReturn& truth) {
  std::uint32_t row = 0;
  const int choice = hand.style.caption;
  const auto day = request.dekad.last_day();
  const auto unit = hand.style.unit_in_caption ? unit_text(request.unit, hand) : std::string("        ");
  const auto full_day = format_chinese(day);
  truth.unit_in_caption = hand.style.unit_in_caption;
  if (choice % 2 == 0) writer.text(row++, 0, "附件2");
  std::string title = hand.campaign.title.zh + "任务表";
  if (choice % 5 == 3)
    title += choice % 4 == 0 ? "（" + month_and_dekad(request.dekad) + "）" : "（截至" + full_day + "）";
  writer.text(row, 0, title);
  writer.merge(row, 0, row, request.columns - 1);
  ++row;
  switch (choice % 5) {
    case 0:
      one_line(writer, row, request, unit, hand);
      break;
    case 1:
      in_cells(writer, row, "填报单位（盖章）：", unit, "填报时间：" + full_day, request, hand);
      break;
    case 2:
      in_cells(writer, row, "填报单位：" + unit + "（盖章）", "", "截至" + dotted(day), request, hand);
      break;
    case 3:
      in_cells(writer, row, "填报单位：" + unit, "", "联系电话：", request, hand);
      break;
    default: {
      // Filled in the day after: no caption says which dekad it is for.
      const bool later = choice % 3 == 0;
      truth.dekad_in_caption = !later;
      in_cells(writer, row, "填报单位：" + unit, "", "填报时间：" + dotted(later ? day + 1 : day), request, hand);
    }
  }
  return row + 1;
}

void write_footer(TableWriter& writer, std::uint32_t row, std::size_t columns, const Hand& hand) {
  if (hand.style.caption % 3 == 0) {
    writer.text(row, 0, "填报人：样例填报人    审核人：样例审核人    分管领导签字：    联系电话：0000-1000000");
    writer.merge(row, 0, row, columns - 1);
  } else {
    writer.text(row, 0, "填报人：");
    writer.text(row, 1, "样例填报人");
    writer.text(row, 2, "审核人：");
    writer.text(row, 3, "分管领导签字：");
  }
  if (hand.style.caption % 2 == 0) {
    writer.text(row + 1, 0, "注：1.空白表示尚未填报；2.本表为虚构样例。");
    writer.merge(row + 1, 0, row + 1, columns - 1);
  }
}

std::string section_title(const std::string& unit, int number, std::size_t count, const Hand& hand) {
  static const std::vector<std::string> kNumbers{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  const auto& chinese = kNumbers[static_cast<std::size_t>(number - 1) % kNumbers.size()];
  switch (hand.style.caption % 4) {
    case 0:
      return chinese + "、" + unit;
    case 1:
      return "（" + chinese + "）" + unit + "（" + std::to_string(count) + "个）";
    case 2:
      return unit + "（" + std::to_string(count) + "个）";
    default:
      return unit;
  }
}

}  // namespace guatu::usecases::mess
