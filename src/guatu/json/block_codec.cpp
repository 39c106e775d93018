#include "guatu/json/block_codec.hpp"

#include "guatu/json/nullable.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::array said(const std::vector<SaidAboutCell>& list) {
  bj::array values;
  for (const auto& each : list)
    values.push_back(bj::object{{"code", each.code},
                                {"pointer", each.pointer},
                                {"text", each.text.zh},
                                {"text_en", each.text.en},
                                {"remedy", each.remedy.zh},
                                {"remedy_en", each.remedy.en}});
  return values;
}

bj::object change_value(const CellChange& change) {
  return {{"project", change.project}, {"kind", change.kind},     {"part", change.part},
          {"field", change.field},     {"before", change.before}, {"after", change.after}};
}

bj::object conflict_value(const ConflictingCell& cell) {
  return {
      {"project", cell.project}, {"kind", text_or_null(cell.kind)}, {"part", cell.part},        {"field", cell.field},
      {"yours", cell.yours},     {"theirs", cell.theirs},           {"revision", cell.revision}};
}

}  // namespace

std::string encode_unit_cells(std::int64_t seq, const std::vector<ProjectCells>& projects) {
  bj::object object{{"seq", seq}};
  auto& list = object["rows"].emplace_array();
  for (const auto& project : projects)
    for (const auto& row : project.rows) {
      bj::object value{{"project", project.project},
                       {"name", project.name},
                       {"kind", row.kind},
                       {"part", row.part},
                       {"revision", row.revision}};
      auto& values = value["values"].emplace_object();
      for (const auto& [field, text] : row.values)
        values[field] = text;
      list.push_back(std::move(value));
    }
  return bj::serialize(object);
}

std::string encode_preview(const BlockPreview& preview) {
  bj::object object{{"seq", preview.seq}};
  auto& changes = object["changes"].emplace_array();
  for (const auto& change : preview.changes)
    changes.push_back(change_value(change));
  object["refused"] = said(preview.refused);
  object["messages"] = said(preview.notes);
  auto& conflicts = object["conflicts"].emplace_array();
  for (const auto& cell : preview.conflicts)
    conflicts.push_back(conflict_value(cell));
  return bj::serialize(object);
}

}  // namespace guatu::json
