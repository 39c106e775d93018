#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/intake/table_layout.hpp"
#include "guatu/intake/workbook.hpp"

/// What the office answered to an import's questions. One answer a line, as `--answer` takes it or as a small file holds it:
///
///   项目:桥头镇污水处理站 = 同一项目        (or 新项目, or a project's number or code)
///   表头:办理节点 = 计划办结时间            (or 不读取)
///   用语:— = 不涉及                         (what a spelling means wherever a procedure is reported)
///   单元格:手续明细!K7 = 2022.10            (what should stand in one cell of this file)
///
/// `project:`, `header:`, `word:`, `cell:` and `same`, `new`, `ignore` mean the same. Blank lines, lines that begin
/// with # and lines without an answer say nothing. Source: contract 2 (`near_match` is refused until answered).
namespace guatu::intake {

/// Answers of a unit; those about cells hold for one file, the others are remembered.
struct Answers {
  std::map<std::string, std::string> projects;  ///< By name key.
  std::map<std::string, std::string> headers;   ///< By match key: the header that it stands for.
  std::map<std::string, std::string> words;     ///< By match key: the spelling that it stands for.
  std::map<std::string, std::string> cells;     ///< By "sheet!A5": its text.

  [[nodiscard]] bool empty() const { return projects.empty() && headers.empty() && words.empty() && cells.empty(); }
  /// Those of `newer` win.
  void merge(const Answers& newer);
  friend bool operator==(const Answers&, const Answers&) = default;
};

inline constexpr std::string_view kSameProject = "同一项目";
inline constexpr std::string_view kNewProject = "新项目";
inline constexpr std::string_view kNotRead = kNotReadHeader;

/// Errors: InvalidInput, naming every line that is no answer.
[[nodiscard]] Result<Answers> parse_answers(std::string_view text);

/// Puts the answers about cells, and about headers near the top, into the sheet.
void apply_cell_and_header_answers(const Answers& answers, Sheet& sheet);
/// Puts the answers about words into the columns that report procedures.
void apply_word_answers(const Answers& answers, const TableLayout& layout, Sheet& sheet);

}  // namespace guatu::intake
