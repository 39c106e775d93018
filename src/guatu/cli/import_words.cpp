#include "guatu/cli/import_words.hpp"

#include <map>

#include "guatu/intake/message_codes.hpp"

namespace guatu::cli {
namespace {

constexpr std::size_t kShownMessages = 40;  ///< Of one table; beyond it messages of one kind share a line.
constexpr std::size_t kShownCells = 12;

std::string severity_word(const Shell& shell, intake::Severity severity) {
  switch (severity) {
    case intake::Severity::Error:
      return shell.pick({"错误", "error"});
    case intake::Severity::Warning:
      return shell.pick({"提醒", "warning"});
    case intake::Severity::Note:
      return shell.pick({"说明", "note"});
  }
  return {};
}

void say_message(const Shell& shell, const intake::Message& message) {
  std::string line = "  " + severity_word(shell, message.severity) + " ";
  if (!message.sheet.empty()) line += message.sheet + (message.cell.empty() ? "" : "!" + message.cell) + " ";
  if (!message.column.empty()) line += "[" + message.column + "] ";
  if (!message.value.empty()) line += "“" + message.value + "” ";
  line += shell.pick(message.text);
  if (!shell.pick(message.remedy).empty()) line += shell.pick({"。处理：", "; "}) + shell.pick(message.remedy);
  shell.say(line + " (" + message.code + ")");
}

/// Many messages: the first of each kind in full, then the cells of the others.
void say_kinds(const Shell& shell, const std::vector<intake::Message>& messages) {
  std::map<std::pair<intake::Severity, std::string>, std::vector<const intake::Message*>> kinds;
  for (const auto& message : messages)
    kinds[{message.severity, message.code}].push_back(&message);
  for (const auto& [kind, of_kind] : kinds) {
    say_message(shell, *of_kind.front());
    if (of_kind.size() == 1) continue;
    std::string cells;
    for (std::size_t i = 1; i < of_kind.size() && i <= kShownCells; ++i)
      cells += (i == 1 ? "" : "、") + of_kind[i]->sheet + "!" + of_kind[i]->cell;
    const auto more = std::to_string(of_kind.size() - 1);
    const bool cut = of_kind.size() - 1 > kShownCells;
    shell.say(
        Bilingual{"    同类另有 " + more + " 条：" + cells + (cut ? " …（全部见 --json 或 --annotated）" : ""),
                  "    " + more + " more of this kind: " + cells + (cut ? " … (all: --json or --annotated)" : "")});
  }
}

void say_table(const Shell& shell, const intake::ChangeSet& table) {
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  const auto unit = table.unit ? table.unit->text() : "?";
  const auto dekad = table.dekad ? format_dekad(*table.dekad) : "?";
  shell.say(Bilingual{table.file + "（" + unit + " " + dekad + "）：" + number(table.rows) + " 行，新增 " +
                          number(table.created) + "，变更 " + number(table.changed) + "，未变 " +
                          number(table.unchanged) + "，未收 " + number(table.refused),
                      table.file + " (" + unit + " " + dekad + "): " + number(table.rows) + " rows, " +
                          number(table.created) + " new, " + number(table.changed) + " changed, " +
                          number(table.unchanged) + " unchanged, " + number(table.refused) + " refused"});
  if (table.messages.size() > kShownMessages) return say_kinds(shell, table.messages);
  for (const auto severity : {intake::Severity::Error, intake::Severity::Warning, intake::Severity::Note})
    for (const auto& message : table.messages)
      if (message.severity == severity) say_message(shell, message);
}

}  // namespace

void say_import(const Shell& shell, const usecases::ImportAnswer& answer, bool dry_run) {
  for (const auto& table : answer.tables)
    say_table(shell, table);
  if (answer.applied) return;
  shell.say(dry_run ? Bilingual{"  试导入，未写入", "  dry run, nothing written"}
                    : Bilingual{"  未写入，请按上述提示改正后重新导入", "  nothing written; correct and import again"});
}

void say_changes(const Shell& shell, const intake::ChangeSet& table) {
  for (const auto& change : table.changes) {
    std::string subject = change.name;
    for (const auto& more : {change.label, change.part, change.field})
      if (!more.empty()) subject += " · " + more;
    const auto or_blank = [](const std::string& text) { return text.empty() ? std::string("∅") : text; };
    shell.say("  " + intake::cell_reference(change.place) + " " + subject + "：" + or_blank(change.before) + " → " +
              or_blank(change.after));
  }
}

}  // namespace guatu::cli
