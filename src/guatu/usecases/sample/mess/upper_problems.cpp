#include "guatu/usecases/sample/mess/upper_problems.hpp"

#include "guatu/reporting/form_words.hpp"
#include "guatu/usecases/sample/mess/header_words.hpp"
#include "guatu/usecases/sample/mess/money_words.hpp"

namespace guatu::usecases::mess {
namespace {

constexpr std::size_t kColumns = 9;

std::vector<std::string> headers(const Hand& hand) {
  const auto dressed = [&](const char* text) { return dressed_header(text, hand); };
  return {dressed("序号"),
          dressed("项目名称"),
          header_of(Said::Total, hand),
          header_of(Said::YearPlan, hand),
          dressed("项目当前进展情况"),
          "提出问题事项的地区（部门）",
          "需要协调解决的难点堵点问题（不要介绍背景，直接提出问题，言简意赅）",
          reporting::upper_departments_header(hand.campaign),
          dressed("市级责任部门")};
}

void write_problem(TableWriter& writer, std::uint32_t row, int number, const ledger::ProjectHistory& project,
                   const Hand& hand) {
  const auto amount = [&](std::size_t column, const std::optional<Amount>& value) {
    auto written = write_money(value, "", hand);
    written.meanings.clear();
    writer.put(row, column, std::move(written), -1, {});
  };
  writer.number(row, 0, number);
  writer.text(row, 1, project.name_on(hand.report_day));
  amount(2, project.record.total_investment);
  amount(3, project.record.year_plan);
  writer.text(row, 4, "正在办理前期手续");
  writer.text(row, 5, reporting::unit_name(hand.campaign, project.responsible_on(hand.report_day), hand.report_day));
  writer.text(row, 6, "用地指标不足，需协调解决");
  writer.text(row, 7, hand.style.words % 2 == 0 ? "样例厅、样例局" : "样例厅；样例局");
  writer.text(row, 8, "样例责任部门");
}

}  // namespace

void write_upper_problems(reporting::RawWorkbook& workbook, const Projects& projects, const Hand& hand,
                          json::TruthReturn& truth) {
  workbook.sheets.push_back({"附件3", false, {}, {}, {}, {}});
  truth.sheets.emplace_back("附件3");
  TableWriter writer(workbook.sheets.back(), truth.sheets.size() - 1, truth);
  std::uint32_t row = 0;
  writer.text(row++, 0, "附件3");
  writer.text(row, 0, reporting::upper_list_title(hand.campaign));
  writer.merge(row, 0, row, kColumns - 1);
  ++row;
  if (const auto money = money_caption(hand); !money.empty()) writer.text(row++, kColumns - 1, money);
  std::size_t column = 0;
  for (const auto& header : headers(hand))
    writer.text(row, column++, header);
  ++row;
  writer.text(row, 0, "如");
  writer.text(row, 1, "某养殖基地二期建设项目");
  writer.text(row++, 6, "某问题");
  for (std::size_t i = 0; i < projects.size(); i += 3)
    write_problem(writer, row++, ++truth.problems, *projects[i], hand);
  writer.text(row, 0, "注：正常推进的无需填写此表。");
  writer.merge(row, 0, row, kColumns - 1);
}

}  // namespace guatu::usecases::mess
