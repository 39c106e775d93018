#include <boost/json.hpp>

#include "guatu/json/fields.hpp"
#include "guatu/json/record_codec.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

}  // namespace

std::string dispute_subject(const ledger::SourceDispute& dispute) {
  return part_subject({dispute.key.project, dispute.key.kind, dispute.key.part}) + "#" +
         std::string(ledger::disputed_field_name(dispute.key.field)) + "@" + dispute.key.source + "@" +
         format_iso(dispute.opened_on);
}

std::string encode_dispute(const ledger::SourceDispute& dispute) {
  bj::object object{{"v", 1}};
  put_text(object, "project", dispute.key.project.text());
  put_text(object, "kind", dispute.key.kind.text());
  put_text(object, "part", dispute.key.part);
  put_text(object, "field", ledger::disputed_field_name(dispute.key.field));
  put_text(object, "source", dispute.key.source);
  put_text(object, "ours", dispute.ours);
  put_text(object, "theirs", dispute.theirs);
  put_flag(object, "suggestion", dispute.suggestion);
  put_text(object, "file", dispute.file);
  put_text(object, "sheet", dispute.sheet);
  put_text(object, "cell", dispute.cell);
  put_text(object, "owner", dispute.owner.text());
  put_day(object, "opened_on", dispute.opened_on);
  put_day(object, "due_on", dispute.due_on);
  put_day(object, "closed_on", dispute.closed_on);
  return bj::serialize(object);
}

Result<ledger::SourceDispute> decode_dispute(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "dispute");
  ledger::SourceDispute dispute;
  dispute.key.project = ProjectId{fields.text("project")};
  dispute.key.kind = KindCode{fields.text("kind")};
  dispute.key.part = fields.text("part");
  if (const auto field = ledger::find_disputed_field(fields.text("field")))
    dispute.key.field = *field;
  else
    fields.fail("field", "state, finished_on, document_number or authority");
  dispute.key.source = fields.text("source");
  dispute.ours = fields.text("ours");
  dispute.theirs = fields.text("theirs");
  dispute.suggestion = fields.flag("suggestion");
  dispute.file = fields.text("file");
  dispute.sheet = fields.text("sheet");
  dispute.cell = fields.text("cell");
  dispute.owner = UnitCode{fields.text("owner")};
  dispute.opened_on = fields.day("opened_on");
  dispute.due_on = fields.day("due_on");
  dispute.closed_on = fields.find_day("closed_on");
  GUATU_CHECK(fields.finish());
  return dispute;
}

}  // namespace guatu::json
