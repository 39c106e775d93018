#include "guatu/usecases/sample/mess/project_cells.hpp"

#include "guatu/reporting/form_words.hpp"
#include "guatu/usecases/sample/mess/day_words.hpp"
#include "guatu/usecases/sample/mess/money_words.hpp"

namespace guatu::usecases::mess {
namespace {

using ledger::ProjectHistory;
using reporting::RawKind;

Written plain(const std::string& text, const std::string& field) {
  auto written = write_text(text, "text");
  if (!text.empty() && !field.empty()) written.meanings = {{field, text}};
  return written;
}

std::string unit_word(const UnitCode& unit, const Hand& hand) {
  const auto full = reporting::unit_name(hand.campaign, unit, hand.report_day);
  if (!hand.spells()) return full;
  std::vector<std::string> words{full, reporting::unit_short_name(hand.campaign, unit, hand.report_day)};
  if (const auto* found = hand.campaign.find_unit(unit))
    words.insert(words.end(), found->aliases.begin(), found->aliases.end());
  return hand.usual(words, hand.style.words);
}

Written units(const std::vector<UnitCode>& all, const std::string& field, const Hand& hand) {
  std::string text, codes;
  static const std::vector<std::string> kBetween{"、", "，", "/", "；", "\n"};
  for (const auto& unit : all) {
    text += (text.empty() ? "" : hand.usual(kBetween, hand.style.words)) + unit_word(unit, hand);
    codes += (codes.empty() ? "" : ",") + unit.text();
  }
  auto written = write_text(text, "unit");
  if (!codes.empty()) written.meanings = {{field, codes}};
  return written;
}

/// A line through two districts names both.
std::vector<UnitCode> districts_of(const ProjectHistory& project, const Hand& hand) {
  auto districts = project.record.districts;
  if (!hand.spells() || districts.size() != 1 || hand.style.merged_districts || !hand.random.chance(5))
    return districts;
  for (const auto& unit : hand.campaign.units)
    if (unit.has(campaign::Capacity::District) && unit.code != districts.front() && hand.random.chance(25)) {
      districts.push_back(unit.code);
      break;
    }
  return districts;
}

/// A project code with other hyphens or none, as it is copied from elsewhere.
Written code_cell(const std::string& code, const Hand& hand) {
  if (code.empty()) return {};
  auto text = code;
  if (hand.spells() && hand.off_habit()) std::erase(text, '-');
  auto written = write_text(text, "project code");
  written.meanings = {{"code", code}};
  return written;
}

Written name_cell(const ProjectHistory& project, const Hand& hand) {
  auto text = project.name_on(hand.report_day);
  const auto canonical = text;
  if (hand.spells() && hand.random.chance(4)) {
    auto at = text.size() / 2;
    while ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
      ++at;
    text.insert(at, "\n");
  } else if (hand.spells() && hand.random.chance(4)) {
    for (const auto& [from, to] : {std::pair{"（", "("}, std::pair{"）", ")"}})
      if (const auto at = text.find(from); at != std::string::npos) text.replace(at, 3, to);
  }
  auto written = write_text(text, "name");
  written.meanings = {{"name", canonical}};
  return written;
}

/// Invented, and the same for a project in every return.
Date start_of(const ProjectHistory& project, const Hand& hand) {
  const int number = static_cast<int>(project.record.name.size() * 7 + project.record.owner.size());
  return Date::of(hand.campaign.ends_on.year(), 4, 1) + number % 90;
}

Written start_cell(const ProjectHistory& project, const Hand& hand) {
  const auto day = start_of(project, hand);
  if (hand.spells() && hand.random.chance(60)) return write_period(day, "planned_start", hand);
  return write_day(day, hand.style.plan_days, "planned_start", hand);
}

Written track_cell(const ProjectHistory& project, const Hand&) {
  auto written = write_text(reporting::track_word(project.record.track), "track");
  if (project.record.track) written.meanings = {{"track", std::string(track_name(*project.record.track))}};
  return written;
}

}  // namespace

Written write_project_cell(Said said, const ProjectHistory& project, const Hand& hand) {
  const auto& record = project.record;
  switch (said) {
    case Said::Code:
      return code_cell(record.code, hand);
    case Said::Name:
      return name_cell(project, hand);
    case Said::District:
      return units(districts_of(project, hand), "districts", hand);
    case Said::Responsible:
      return units({project.responsible_on(hand.report_day)}, "responsible", hand);
    case Said::Industry:
      return record.industry_department ? units({*record.industry_department}, "industry_department", hand) : Written{};
    case Said::Owner:
      return plain(record.owner, "owner");
    case Said::Credit:
      return plain(record.credit_code, "credit_code");
    case Said::Sector:
      return plain(record.field, "field");
    case Said::Track:
      return track_cell(project, hand);
    case Said::Content:
      return plain("样例建设内容，" + record.field + "类", "content");
    case Said::Total:
      return write_money(record.total_investment, "total_investment", hand);
    case Said::YearPlan:
      return write_money(record.year_plan, "year_plan", hand);
    case Said::Start:
      return start_cell(project, hand);
    case Said::Leader:
      return plain("样例领导", "leader");
    case Said::Contact:
      return plain(record.contact, "contact");
    case Said::Phone:
      return plain(record.phone, "phone");
    case Said::ContactAndPhone: {
      auto written =
          write_text(record.contact.substr(0, std::string("样例联系人").size()) + " " + record.phone, "text");
      written.meanings = {{"contact", "样例联系人"}, {"phone", record.phone}};
      return written;
    }
    case Said::Progress:
      return plain("正在办理前期手续，有序推进", "progress");
    case Said::Problems:
      return hand.random.chance(30) ? plain("资金尚未全部落实", "problems") : Written{};
    case Said::Measures:
      return plain("倒排工期，专人跟进", "measures");
    case Said::TotalAndYear:
      return write_two_amounts(record.total_investment, record.year_plan, hand);
    case Said::Strange:
      return write_text("已阅", "strange");
    case Said::Unused:
      return write_text("新建", "unused");
    default:
      return {};
  }
}

void dress(Written& written, const Hand& hand) {
  auto& cell = written.cell;
  if (hand.spells() && cell.kind == RawKind::Number && !written.doubt && hand.random.chance(3)) {
    cell.formula = cell.value + "+0";
    written.spelling += " + formula";
    return;
  }
  const bool text = cell.kind == RawKind::Text && cell.font.empty() && cell.formula.empty();
  if (!hand.spells() || !text || written.doubt || !hand.random.chance(6)) return;
  switch (hand.random.below(8)) {
    case 0:
      cell.kind = RawKind::RichText;
      written.spelling += " + rich text";
      break;
    case 1:
      cell.kind = RawKind::PhoneticText;
      written.spelling += " + phonetic";
      break;
    case 2:
      cell.kind = RawKind::InlineText;
      written.spelling += " + inline";
      break;
    case 3:
      cell.formula = "\"" + cell.value + "\"&\"\"";
      written.spelling += " + formula";
      break;
    case 4:
      cell.value = " " + cell.value + "  ";
      written.spelling += " + spaces";
      break;
    case 5:
      cell.value = "　" + cell.value;
      written.spelling += " + wide space";
      break;
    case 6:
      cell.value += "\n";
      written.spelling += " + line break";
      break;
    default:
      cell.value += "\xC2\xA0";
      written.spelling += " + no-break space";
      break;
  }
}

}  // namespace guatu::usecases::mess
