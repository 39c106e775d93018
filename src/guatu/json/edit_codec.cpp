#include "guatu/json/edit_codec.hpp"

#include "guatu/json/nullable.hpp"
#include "guatu/json/request_reader.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using Need = RequestReader::Need;

constexpr std::size_t kMostCells = 5000;
constexpr std::size_t kLongestValue = 2000;

/// The fields of a procedure that can be typed; a wrong one is refused where fields are known.
constexpr std::string_view kFields[] = {"state",        "not_applicable_reason", "submitted_on", "accepted_on",
                                        "handed_up_on", "finished_on",           "planned_on",   "authority",
                                        "approver",     "responsible_person",    "variant",      "document_number",
                                        "receipt",      "overdue_reason",        "note"};

bj::array texts(const std::vector<std::string>& list) {
  bj::array array;
  for (const auto& each : list)
    array.emplace_back(each);
  return array;
}

bj::array said_value(const std::vector<SaidAboutCell>& said) {
  bj::array list;
  for (const auto& each : said)
    list.push_back(bj::object{{"code", each.code},
                              {"pointer", each.pointer},
                              {"text", each.text.zh},
                              {"text_en", each.text.en},
                              {"remedy", each.remedy.zh},
                              {"remedy_en", each.remedy.en}});
  return list;
}

}  // namespace

std::optional<ProcedureEdit> decode_procedure_edit(std::string_view body, BodyFaults& faults) {
  const auto value = parse_request(body, faults);
  if (!value) return std::nullopt;
  RequestReader reader(*value, "", faults);
  ProcedureEdit edit;
  edit.reason = reader.text("reason", Need::May, kLongestValue);
  const auto part = reader.text("part", Need::May);
  for (const auto field : kFields)
    if (auto text = reader.find_text(field, kLongestValue))
      edit.cells.push_back({{}, {}, part, std::string(field), *std::move(text), {}, "/" + std::string(field)});
  reader.finish();
  if (edit.cells.empty() && faults.empty()) faults.push_back({"", {"没有要写的内容", "there is nothing to write"}});
  if (!faults.empty()) return std::nullopt;
  return edit;
}

std::optional<ProcedureEdit> decode_block(std::string_view body, BodyFaults& faults) {
  const auto value = parse_request(body, faults);
  if (!value) return std::nullopt;
  RequestReader reader(*value, "", faults);
  ProcedureEdit edit;
  edit.reason = reader.text("reason", Need::May, kLongestValue);
  for (const auto& each : reader.list("cells", Need::Must, kMostCells)) {
    const auto pointer = "/cells/" + std::to_string(edit.cells.size());
    RequestReader cell(each, pointer, faults);
    edit.cells.push_back({cell.text("project", Need::Must), cell.text("kind", Need::Must), cell.text("part", Need::May),
                          cell.text("field", Need::Must), cell.find_text("value", kLongestValue).value_or(""),
                          cell.find_number("revision"), pointer + "/value"});
    cell.finish();
  }
  reader.finish();
  if (edit.cells.empty() && faults.empty())
    faults.push_back({"/cells", {"没有要写的内容", "there is nothing to write"}});
  if (!faults.empty()) return std::nullopt;
  return edit;
}

std::string encode_written(const WrittenAnswer& answer) {
  bj::object object{{"seq", answer.seq}, {"repeated", answer.repeated}};
  object["undo"] = answer.rows.empty() ? bj::value(nullptr) : bj::value(answer.seq);
  auto& rows = object["rows"].emplace_array();
  for (const auto& [row, revision] : answer.rows)
    rows.push_back(bj::object{{"project", row.project},
                              {"kind", text_or_null(row.kind)},
                              {"part", row.part},
                              {"revision", revision},
                              {"fields", texts(row.fields)}});
  object["messages"] = said_value(answer.notes);
  return bj::serialize(object);
}

std::string encode_conflict(const std::vector<ConflictingCell>& conflicts) {
  bj::object object{{"type", "about:blank"},
                    {"title", "您看到以后，别人已经改过；两个值都列在 conflicts 中"},
                    {"title_en", "somebody else has written since you looked; conflicts has both values"},
                    {"status", 409},
                    {"code", "conflict"}};
  auto& errors = object["errors"].emplace_array();
  auto& list = object["conflicts"].emplace_array();
  for (const auto& each : conflicts) {
    errors.push_back(bj::object{{"detail", "现在的值是“" + each.theirs + "”，您写的是“" + each.yours + "”"},
                                {"detail_en", "it is \"" + each.theirs + "\" now, you wrote \"" + each.yours + "\""},
                                {"pointer", each.pointer}});
    list.push_back(bj::object{{"project", each.project},
                              {"kind", text_or_null(each.kind)},
                              {"part", each.part},
                              {"field", each.field},
                              {"yours", each.yours},
                              {"theirs", each.theirs},
                              {"revision", each.revision}});
  }
  return bj::serialize(object);
}

std::string encode_cells(const std::string& project, std::int64_t revision, std::int64_t seq,
                         const std::vector<CellRow>& rows) {
  bj::object object{{"project", project}, {"revision", revision}, {"seq", seq}};
  auto& list = object["rows"].emplace_array();
  for (const auto& row : rows) {
    bj::object value{{"kind", row.kind}, {"part", row.part}, {"revision", row.revision}};
    auto& values = value["values"].emplace_object();
    for (const auto& [field, text] : row.values)
      values[field] = text;
    list.push_back(std::move(value));
  }
  return bj::serialize(object);
}

std::string encode_undo_list(const std::vector<UndoRow>& rows) {
  bj::object object;
  auto& list = object["writes"].emplace_array();
  for (const auto& row : rows)
    list.push_back(bj::object{{"seq", row.commit.head.seq},
                              {"recorded_at", format_rfc3339(row.commit.head.recorded_at)},
                              {"action", row.commit.action},
                              {"reason", row.commit.reason},
                              {"rows", texts(row.subjects)},
                              {"undone", row.undone},
                              {"written_again", row.written_again},
                              {"can_undo", !row.undone && !row.written_again}});
  return bj::serialize(object);
}

}  // namespace guatu::json
