#include "guatu/json/history_codec.hpp"

#include "guatu/json/nullable.hpp"
#include "guatu/json/project_page_codec.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::object change_value(const RecordedChange& change) {
  const bool is_phone = change.field == "phone";
  return {{"kind", text_or_null(change.kind)},
          {"part", change.part},
          {"field", change.field},
          {"before", is_phone ? masked_phone(change.before) : change.before},
          {"after", is_phone ? masked_phone(change.after) : change.after}};
}

bj::object revision_value(const ProjectRevision& revision) {
  const auto& commit = revision.commit;
  bj::object value{{"seq", commit.head.seq},  {"recorded_at", format_rfc3339(commit.head.recorded_at)},
                   {"actor", commit.actor},   {"unit", commit.unit},
                   {"action", commit.action}, {"source", commit.source},
                   {"reason", commit.reason}};
  auto& changes = value["changes"].emplace_array();
  for (const auto& change : revision.changes)
    changes.push_back(change_value(change));
  return value;
}

}  // namespace

std::string encode_history(const ProjectHistoryPage& page) {
  bj::object object{{"project", page.project},
                    {"seq", page.seq},
                    {"total", page.total},
                    {"limit", page.limit},
                    {"next_cursor", text_or_null(page.next_cursor)}};
  auto& list = object["revisions"].emplace_array();
  for (const auto& revision : page.revisions)
    list.push_back(revision_value(revision));
  return bj::serialize(object);
}

}  // namespace guatu::json
