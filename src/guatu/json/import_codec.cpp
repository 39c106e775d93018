#include "guatu/json/import_codec.hpp"

#include <set>

#include "guatu/intake/questions.hpp"
#include "guatu/json/fields.hpp"
#include "guatu/json/message_codec.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

const char* form_name(intake::FormKind form) {
  switch (form) {
    case intake::FormKind::Table2:
      return "table2";
    case intake::FormKind::Table3:
      return "table3";
    case intake::FormKind::Unknown:
      return "unknown";
  }
  return "unknown";
}

bj::object change_value(const intake::FieldChange& change) {
  return {{"project", change.project.text()},
          {"name", change.name},
          {"kind", change.kind.text()},
          {"part", change.part},
          {"field", change.field},
          {"before", change.before},
          {"after", change.after},
          {"sheet", change.place.sheet},
          {"cell", change.place.cell},
          {"value", change.place.value}};
}

bj::object table_value(const intake::ChangeSet& table, Changes changes) {
  bj::object object{{"file", table.file}, {"sheet", table.sheet}, {"form", form_name(table.form)}};
  object["unit"] = table.unit ? bj::value(table.unit->text()) : bj::value(nullptr);
  object["dekad"] = table.dekad ? bj::value(format_dekad(*table.dekad)) : bj::value(nullptr);
  object["rows"] = table.rows;
  object["new"] = table.created;
  object["changed"] = table.changed;
  object["unchanged"] = table.unchanged;
  object["refused"] = table.refused;
  auto& messages = object["messages"].emplace_array();
  for (const auto& message : table.messages)
    messages.push_back(message_value(message));
  if (changes == Changes::Left) return object;
  auto& list = object["changes"].emplace_array();
  for (const auto& change : table.changes)
    list.push_back(change_value(change));
  return object;
}

bj::object question_value(const intake::Question& question, const intake::Message& message) {
  bj::object value{{"subject", question.subject}};
  auto& choices = value["choices"].emplace_array();
  for (const auto& choice : question.choices)
    choices.emplace_back(choice);
  value["suggestion"] = message.suggestion;
  value["sheet"] = message.sheet;
  value["cell"] = message.cell;
  value["value"] = message.value;
  value["text"] = message.text.zh;
  value["text_en"] = message.text.en;
  value["remedy"] = message.remedy.zh;
  value["remedy_en"] = message.remedy.en;
  return value;
}

bj::array questions_value(const std::vector<intake::ChangeSet>& tables) {
  bj::array list;
  std::set<std::string> asked;
  for (const auto& table : tables)
    for (const auto& message : table.messages)
      if (const auto question = intake::question_of(message); question && asked.insert(question->subject).second)
        list.push_back(question_value(*question, message));
  return list;
}

}  // namespace

std::string encode_import(const std::vector<intake::ChangeSet>& tables, bool applied, std::int64_t seq,
                          Changes changes) {
  bj::object object;
  auto& files = object["files"].emplace_array();
  for (const auto& table : tables)
    files.push_back(table_value(table, changes));
  object["applied"] = applied;
  object["seq"] = seq;
  return bj::serialize(object);
}

std::string encode_sent_import(const SentImport& sent, const std::vector<intake::ChangeSet>& tables) {
  bj::object object{{"id", sent.id},           {"file_name", sent.file_name}, {"dry_run", sent.dry_run},
                    {"applied", sent.applied}, {"refused", sent.refused},     {"seq", sent.seq}};
  auto& files = object["files"].emplace_array();
  for (const auto& table : tables)
    files.push_back(table_value(table, Changes::Listed));
  object["questions"] = questions_value(tables);
  object["annotated"] = sent.annotated.empty() ? bj::value(nullptr) : bj::value(sent.annotated);
  return bj::serialize(object);
}

}  // namespace guatu::json
