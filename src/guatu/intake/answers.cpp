#include "guatu/intake/answers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "guatu/base/text.hpp"
#include "guatu/intake/characters.hpp"

namespace guatu::intake {
namespace {

constexpr std::uint32_t kDeepestHeader = 40;

struct Topic {
  std::string_view zh, en;
  std::map<std::string, std::string> Answers::* list;
};

constexpr std::array<Topic, 4> kTopics{{{"项目", "project", &Answers::projects},
                                        {"表头", "header", &Answers::headers},
                                        {"用语", "word", &Answers::words},
                                        {"单元格", "cell", &Answers::cells}}};

std::string in_standard_words(const std::string& answer) {
  const auto key = match_key(answer);
  if (key == "same") return std::string(kSameProject);
  if (key == "new") return std::string(kNewProject);
  if (key == "ignore") return std::string(kNotRead);
  return answer;
}

/// The text after the topic's name and its colon, half or full width.
std::optional<std::string_view> after_topic(std::string_view line, std::string_view topic) {
  if (!strip_prefix(line, topic)) return std::nullopt;
  for (const std::string_view colon : {":", "："})
    if (strip_prefix(line, colon)) return line;
  return std::nullopt;
}

bool add_line(Answers& answers, std::string_view line) {
  for (const auto& topic : kTopics) {
    auto rest = after_topic(line, topic.zh);
    if (!rest) rest = after_topic(line, topic.en);
    const auto equals = rest ? rest->find('=') : std::string_view::npos;
    if (equals == std::string_view::npos) continue;
    const auto subject = trim(rest->substr(0, equals));
    const auto answer = trim(rest->substr(equals + 1));
    if (subject.empty()) return false;
    if (answer.empty()) return true;  // A question that is left open.
    const bool cell = topic.list == &Answers::cells;
    (answers.*topic.list)[cell ? normalise(subject) : match_key(subject)] = cell ? answer : in_standard_words(answer);
    return true;
  }
  return false;
}

void set_text(Sheet& sheet, Cell& cell, const std::string& text) {
  cell.kind = CellKind::Text;
  cell.formula = false;
  cell.symbol_font = false;
  cell.text = static_cast<std::uint32_t>(sheet.texts.size());
  sheet.texts.push_back(text);
}

/// "手续明细!K7" of this sheet as row and column.
std::optional<std::pair<std::uint32_t, std::uint32_t>> place_in(const Sheet& sheet, std::string_view reference) {
  if (!strip_prefix(reference, normalise(sheet.name)) || !strip_prefix(reference, "!")) return std::nullopt;
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < reference.size() && at < 3 && reference[at] >= 'A' && reference[at] <= 'Z'; ++at)
    column = column * 26 + static_cast<std::uint32_t>(reference[at] - 'A' + 1);
  std::uint32_t row = 0;
  const auto [rest, error] = std::from_chars(reference.data() + at, reference.data() + reference.size(), row);
  if (column == 0 || row == 0 || error != std::errc{} || rest != reference.data() + reference.size())
    return std::nullopt;
  return std::pair{row - 1, column - 1};
}

void set_cell(Sheet& sheet, std::uint32_t row, std::uint32_t column, const std::string& text) {
  const auto before = [](const Cell& cell, std::pair<std::uint32_t, std::uint32_t> place) {
    return std::pair{cell.row, std::uint32_t{cell.column}} < place;
  };
  auto found = std::lower_bound(sheet.cells.begin(), sheet.cells.end(), std::pair{row, column}, before);
  if (found == sheet.cells.end() || found->row != row || found->column != column)
    found = sheet.cells.insert(found, Cell{row, static_cast<std::uint16_t>(column)});
  set_text(sheet, *found, text);
}

/// A column in which the state of a procedure is reported, not a name or a number.
bool takes_words(const Column& column) {
  switch (column.field) {
    case Field::Kind:
    case Field::Involved:
    case Field::Reason:
    case Field::AuthorityLevel:
    case Field::State:
    case Field::FinishedAnswer:
    case Field::Planned:
    case Field::Submitted:
    case Field::Sent:
    case Field::Accepted:
    case Field::HandedUp:
    case Field::Finished:
    case Field::VariantWord:
      return true;
    default:
      return false;
  }
}

}  // namespace

void Answers::merge(const Answers& newer) {
  for (const auto& topic : kTopics)
    for (const auto& [subject, answer] : newer.*topic.list)
      (this->*topic.list)[subject] = answer;
}

Result<Answers> parse_answers(std::string_view text) {
  Answers answers;
  std::vector<std::string> faults;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = trim(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty() || line.starts_with("#") || add_line(answers, line)) continue;
    faults.push_back(std::to_string(number) + ": " + line);
  }
  if (faults.empty()) return answers;
  Error error =
      make_error(ErrorKind::InvalidInput, "answers",
                 "答复看不懂，每行应为“项目:名称 = 同一项目”“表头:原表头 = 标准表头”“用语:原文 = 标准用语”或"
                 "“单元格:工作表!A5 = 内容”",
                 "each answer is project:NAME = same, header:TEXT = HEADER, word:TEXT = WORD or cell:SHEET!A5 = TEXT");
  for (auto& fault : faults)
    error.reasons.push_back({"第 " + fault, "line " + fault});
  return error;
}

void apply_cell_and_header_answers(const Answers& answers, Sheet& sheet) {
  for (const auto& [reference, text] : answers.cells)
    if (const auto place = place_in(sheet, reference)) set_cell(sheet, place->first, place->second, text);
  if (answers.headers.empty()) return;
  for (auto& cell : sheet.cells) {
    if (cell.row >= kDeepestHeader) break;
    if (cell.kind != CellKind::Text) continue;
    const auto found = answers.headers.find(match_key(sheet.text_of(cell)));
    if (found != answers.headers.end()) set_text(sheet, cell, found->second);
  }
}

void apply_word_answers(const Answers& answers, const TableLayout& layout, Sheet& sheet) {
  if (answers.words.empty()) return;
  std::vector<bool> takes;
  for (const auto& column : layout.columns) {
    if (!takes_words(column)) continue;
    takes.resize(std::max<std::size_t>(takes.size(), column.index + 1), false);
    takes[column.index] = true;
  }
  for (auto& cell : sheet.cells) {
    if (cell.row <= layout.header_bottom || cell.column >= takes.size() || !takes[cell.column]) continue;
    const auto found = answers.words.find(match_key(sheet.text_of(cell)));
    if (found != answers.words.end()) set_text(sheet, cell, found->second);
  }
}

}  // namespace guatu::intake
