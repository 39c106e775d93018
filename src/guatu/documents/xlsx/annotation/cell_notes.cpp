#include "guatu/documents/xlsx/annotation/cell_notes.hpp"

#include <algorithm>

#include "guatu/documents/xlsx/sheet_reader.hpp"

namespace guatu::documents {
namespace {

using intake::Message;
using intake::Severity;

constexpr std::size_t kLongestNote = 6000;  // Bytes: about what fits a comment that people still read.

bool asks_for_nothing(const Message& message) {
  return message.code == "example_row" || message.code == "subtotal_row";
}

std::string severity_word(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "错误";
    case Severity::Warning:
      return "提醒";
    case Severity::Note:
      break;
  }
  return "说明";
}

Mark mark_of(Severity severity) {
  if (severity == Severity::Error) return Mark::Error;
  return severity == Severity::Warning ? Mark::Warning : Mark::None;
}

/// Control characters have no place in XML 1.0.
std::string printable(std::string text) {
  std::erase_if(text, [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\t'; });
  return text;
}

std::string line_of(const Message& message) {
  std::string line = severity_word(message.severity) + "：" + message.text.zh;
  if (!message.text.zh.ends_with("。")) line += "。";
  if (!message.remedy.zh.empty()) line += "处理：" + message.remedy.zh + "。";
  return printable(std::move(line));
}

void add_line(CellNote& note, const std::string& line) {
  constexpr std::string_view kMore = "\n……其余见导入结果";
  if (note.text.ends_with(kMore)) return;
  if (note.text.size() + line.size() > kLongestNote && !note.text.empty()) {
    note.text += kMore;
    return;
  }
  // The same thing said by two tables of one sheet is said once.
  if (note.text == line || note.text.find(line + "\n") != std::string::npos || note.text.ends_with("\n" + line)) return;
  note.text += (note.text.empty() ? "" : "\n") + line;
}

void add_message(SheetNotes& notes, const Message& message, bool at_home, const ReadLimits& limits) {
  CellPlace place;
  const bool placed = at_home && parse_reference(message.cell, limits, place.row, place.column);
  if (!placed) place = {};
  auto& note = notes[place];
  // Whose cell cannot be named here is named in words.
  const auto where =
      !placed && !message.cell.empty() ? "（" + message.sheet + " " + message.cell + "）" : std::string{};
  add_line(note, line_of(message) + where);
  if (placed)
    note.mark = std::max(note.mark, mark_of(message.severity));
  else
    note.shown = note.shown || message.severity == Severity::Error;
}

}  // namespace

SheetNotes notes_of_sheet(std::span<const Message> messages, const std::string& name, bool orphans,
                          std::span<const std::string> sheet_names, const ReadLimits& limits) {
  SheetNotes notes;
  for (const auto severity : {Severity::Error, Severity::Warning, Severity::Note}) {
    for (const auto& message : messages) {
      if (message.severity != severity || asks_for_nothing(message)) continue;
      const bool at_home = message.sheet == name;
      const bool orphan = !at_home && std::ranges::find(sheet_names, message.sheet) == sheet_names.end();
      if (at_home || (orphan && orphans)) add_message(notes, message, at_home, limits);
    }
  }
  return notes;
}

void gather_in_first_cell(SheetNotes& notes, CellPlace first, CellPlace last) {
  SheetNotes gathered;
  for (auto place = notes.lower_bound(first); place != notes.end() && place->first.row <= last.row;) {
    const auto column = place->first.column;
    const bool inside = first.column <= column && column <= last.column && place->first != first;
    if (inside) gathered.insert(*place);
    place = inside ? notes.erase(place) : std::next(place);
  }
  for (const auto& [place, note] : gathered) {
    auto& head = notes[first];
    head.mark = std::max(head.mark, note.mark);
    head.shown = head.shown || note.shown;
    head.text += (head.text.empty() ? "" : "\n") + note.text;
  }
}

}  // namespace guatu::documents
