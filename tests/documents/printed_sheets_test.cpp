#include <gtest/gtest.h>
#include <regex>

#include "guatu/documents/render_papers.hpp"
#include "guatu/documents/xlsx/zip_archive.hpp"
#include "guatu/reporting/attachments.hpp"

#include "tests/support/bulletin_case.hpp"

// How the attachments come out of a printer: nothing cut off, head on each page, on the paper that they need.
namespace guatu::documents {
namespace {

struct PrintedSheet {
  std::string paper, name, xml;
};

std::string first_group(const std::string& text, const std::string& pattern) {
  std::smatch found;
  return std::regex_search(text, found, std::regex(pattern)) ? found[1].str() : "";
}

std::vector<PrintedSheet> printed_sheets(const std::vector<reporting::Paper>& papers) {
  std::vector<PrintedSheet> sheets;
  for (const auto& paper : papers) {
    if (!paper.name.ends_with(".xlsx")) continue;
    auto archive = ZipArchive::open(paper.bytes, {});
    for (const auto& name : archive.value().names())
      if (name.starts_with("xl/worksheets/sheet"))
        sheets.push_back({paper.name, name, archive.value().read(name).value()});
  }
  return sheets;
}

std::vector<PrintedSheet> december_sheets() {
  const auto made = testing::bulletin_case(testing::december(31));
  auto& projects = made->ledger.projects;
  projects.edit(0).record.name = "很长的名称";
  for (std::size_t place = 0; place < projects.size(); ++place)
    for (int i = 0; i < 6; ++i)
      projects.edit(place).record.name += "一个很长很长的项目名称";
  return printed_sheets(render_papers(*made->input).value());
}

TEST(PrintedSheets, EverySheetFitsItsPageAndRepeatsItsHead) {
  const auto sheets = december_sheets();
  ASSERT_EQ(sheets.size(), 12U);
  for (const auto& sheet : sheets) {
    SCOPED_TRACE(sheet.paper + " " + sheet.name);
    EXPECT_NE(sheet.xml.find("<pageSetUpPr fitToPage=\"1\"/>"), std::string::npos);
    EXPECT_NE(sheet.xml.find("orientation=\"landscape\""), std::string::npos);
    EXPECT_EQ(first_group(sheet.xml, "fitToHeight=\"([0-9]+)\""), "0");
    EXPECT_NE(sheet.xml.find("state=\"frozen\""), std::string::npos);
    EXPECT_NE(sheet.xml.find("第 &amp;P 页，共 &amp;N 页"), std::string::npos);
    const bool detail = sheet.paper.starts_with("附件4") && std::regex_search(sheet.name, std::regex("[246]\\.xml$"));
    const bool wide = sheet.paper.starts_with("附件1") || sheet.paper.starts_with("附件3") || detail;
    EXPECT_EQ(first_group(sheet.xml, "paperSize=\"([0-9]+)\""), wide ? "8" : "9");
  }
}

TEST(PrintedSheets, RowsOfLongNamesAreHighEnough) {
  int high = 0;
  for (const auto& sheet : december_sheets()) {
    if (!sheet.paper.starts_with("附件3")) continue;
    const std::regex row("<row r=\"[0-9]+\"[^>]* ht=\"([0-9.]+)\" customHeight=\"1\"");
    for (std::sregex_iterator found(sheet.xml.begin(), sheet.xml.end(), row), end; found != end; ++found)
      if (std::stod((*found)[1]) >= 4 * 14) ++high;
  }
  EXPECT_GT(high, 0) << "a name of 66 characters in a column of 17 takes four lines";
}

/// Numbers of columns `first` and `first + 1`, added up by the name in `unit`.
std::map<std::string, std::pair<std::int64_t, std::int64_t>> sums(const reporting::SheetModel& sheet, int unit,
                                                                  int first) {
  std::map<std::uint32_t, std::map<int, const reporting::SheetCell*>> rows;
  for (const auto& cell : sheet.cells)
    rows[cell.row][cell.column] = &cell;
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> sums;
  for (const auto& [index, row] : rows) {
    if (!row.contains(first) || !row.contains(first + 1)) continue;
    const auto* left = std::get_if<std::int64_t>(&row.at(first)->value);
    const auto* right = std::get_if<std::int64_t>(&row.at(first + 1)->value);
    const auto* name = std::get_if<std::string>(&row.at(unit)->value);
    if (left == nullptr || right == nullptr || name == nullptr || *name == "合计") continue;
    sums[*name].first += *left;
    sums[*name].second += *right;
  }
  return sums;
}

TEST(CalculationSheets, ADetailAddsUpToItsRankingAndNamesEveryProcedure) {
  const auto made = testing::bulletin_case(testing::december(10));
  const auto sheets = reporting::calculation_sheets(*made->input).sheets;
  ASSERT_EQ(sheets.size(), 6U);
  for (std::size_t i = 0; i < sheets.size(); i += 2) {
    const auto ranked = sums(sheets[i], 1, 2);
    ASSERT_FALSE(ranked.empty());
    auto detail = sums(sheets[i + 1], 0, 3);
    for (const auto& [unit, rate] : ranked)
      EXPECT_EQ(std::pair(detail[unit].second, detail[unit].first), rate) << sheets[i + 1].name << " " << unit;
  }
  std::string words;
  for (const auto& cell : sheets[5].cells)
    if (const auto* text = std::get_if<std::string>(&cell.value)) words += *text + "\n";
  for (const char* word : {"已受理，尚未办结", "未填报：空白不等于不涉及", "不涉及，不计入分母"})
    EXPECT_NE(words.find(word), std::string::npos) << word;
}

TEST(PrintedSheets, RowsCanBeFiltered) {
  for (const auto& sheet : december_sheets()) {
    if (!sheet.paper.starts_with("附件4")) continue;
    EXPECT_NE(sheet.xml.find("<autoFilter ref=\"A3:"), std::string::npos) << sheet.name;
  }
}

}  // namespace
}  // namespace guatu::documents
