#include "guatu/json/audit_codec.hpp"

#include "guatu/json/nullable.hpp"
#include "guatu/reporting/csv_text.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

const char* source_of(const AuditEntry& row) {
  return row.from_ledger ? "ledger" : "access";
}

}  // namespace

std::string encode_audit(const std::vector<AuditEntry>& rows, std::size_t total, std::size_t limit,
                         const std::string& next_cursor) {
  bj::object object{{"total", total}, {"limit", limit}, {"next_cursor", text_or_null(next_cursor)}};
  auto& list = object["rows"].emplace_array();
  for (const auto& row : rows)
    list.push_back(bj::object{{"at", format_rfc3339(row.at)},
                              {"source", source_of(row)},
                              {"id", row.id},
                              {"actor", row.actor},
                              {"unit", row.unit},
                              {"address", row.address},
                              {"action", row.action},
                              {"subject", row.subject},
                              {"outcome", row.outcome},
                              {"reason", row.reason}});
  return bj::serialize(object);
}

std::string encode_audit_csv(const std::vector<AuditEntry>& rows) {
  std::string text(reporting::kByteOrderMark);
  text += "时间,来源,编号,操作者,单位,地址,操作,对象,结果,理由\r\n";
  for (const auto& row : rows) {
    const std::string fields[] = {format_rfc3339(row.at),
                                  source_of(row),
                                  std::to_string(row.id),
                                  row.actor,
                                  row.unit,
                                  row.address,
                                  row.action,
                                  row.subject,
                                  row.outcome,
                                  row.reason};
    bool first = true;
    for (const auto& field : fields) {
      text += (first ? "" : ",") + reporting::csv_field(field);
      first = false;
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace guatu::json
