#include "guatu/json/edit_records.hpp"

#include "guatu/json/fields.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::array texts(const std::vector<std::string>& list) {
  bj::array array;
  for (const auto& each : list)
    array.emplace_back(each);
  return array;
}

std::vector<std::string> read_texts(Fields& fields, std::string_view key) {
  std::vector<std::string> list;
  for (const auto& each : fields.list(key))
    if (each.is_string())
      list.emplace_back(std::string_view(each.get_string()));
    else
      fields.fail(key, "texts");
  return list;
}

}  // namespace

std::string encode_edit(const EditRecord& edit) {
  const bool is_first_kind = edit.others.empty() && edit.right.empty();
  bj::object object{{"v", is_first_kind ? 1 : 2}, {"subjects", texts(edit.subjects)}};
  if (edit.undoes) object["undoes"] = *edit.undoes;
  put_text(object, "right", edit.right);
  if (edit.others.empty()) return bj::serialize(object);
  auto& others = object["others"].emplace_array();
  for (const auto& each : edit.others)
    others.push_back(bj::object{{"type", each.type}, {"subject", each.subject}});
  return bj::serialize(object);
}

Result<EditRecord> decode_edit(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "edit");
  EditRecord edit;
  edit.subjects = read_texts(fields, "subjects");
  if (fields.find("undoes") != nullptr) edit.undoes = fields.number("undoes");
  edit.right = fields.text("right");
  for (const auto& each : fields.list("others")) {
    Fields other(each, "edit.others");
    edit.others.push_back({other.text("type"), other.text("subject")});
    GUATU_CHECK(other.finish());
  }
  GUATU_CHECK(fields.finish());
  return edit;
}

std::string encode_request(const RequestRecord& request) {
  bj::object object{{"v", 1}, {"digest", request.digest}};
  auto& rows = object["rows"].emplace_array();
  for (const auto& row : request.rows)
    rows.push_back(
        bj::object{{"project", row.project}, {"kind", row.kind}, {"part", row.part}, {"fields", texts(row.fields)}});
  return bj::serialize(object);
}

Result<RequestRecord> decode_request(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "request");
  RequestRecord request;
  request.digest = fields.text("digest");
  for (const auto& each : fields.list("rows")) {
    Fields row(each, "request.rows");
    request.rows.push_back({row.text("project"), row.text("kind"), row.text("part"), read_texts(row, "fields")});
    GUATU_CHECK(row.finish());
  }
  GUATU_CHECK(fields.finish());
  return request;
}

}  // namespace guatu::json
