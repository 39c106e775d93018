#include "guatu/json/command_codec.hpp"

#include <algorithm>

#include "guatu/json/fields.hpp"

namespace guatu::json {
namespace bj = boost::json;

namespace {

void put_notes(bj::object& object, const std::vector<Bilingual>& notes) {
  auto& list = object["notes"].emplace_array();
  for (const auto& note : notes)
    list.push_back(bj::object{{"text", note.zh}, {"text_en", note.en}});
}

}  // namespace

std::string encode_init(const InitDocument& document) {
  bj::object object{{"campaign", document.campaign},
                    {"version", document.version},
                    {"digest", document.digest},
                    {"changed", document.changed},
                    {"seq", document.seq}};
  auto& warnings = object["warnings"].emplace_array();
  for (const auto& warning : document.warnings)
    warnings.push_back(bj::object{{"place", warning.place}, {"text", warning.text.zh}, {"text_en", warning.text.en}});
  return bj::serialize(object);
}

std::string encode_step(const reporting::DekadRecord& dekad, bool dry_run, std::int64_t seq) {
  return bj::serialize(bj::object{{"dekad", format_dekad(dekad.dekad)},
                                  {"state", bj::string(dekad_state_name(dekad.state))},
                                  {"published_revisions", dekad.published_revisions},
                                  {"dry_run", dry_run},
                                  {"seq", seq}});
}

std::string encode_published(const reporting::Publication& publication, bool dry_run, std::int64_t seq,
                             const Bilingual& note) {
  bj::object object{{"dekad", format_dekad(publication.dekad)},
                    {"revision", publication.revision},
                    {"as_of", format_iso(publication.as_of)},
                    {"known_seq", publication.seq},
                    {"head_digest", publication.head_digest}};
  auto& papers = object["papers"].emplace_array();
  for (const auto& paper : publication.papers)
    papers.push_back(bj::object{{"name", paper.name}, {"digest", paper.digest}});
  object["dry_run"] = dry_run;
  object["seq"] = seq;
  if (!note.zh.empty()) put_notes(object, {note});
  return bj::serialize(object);
}

std::string encode_life_change(const std::string& project, const std::string& created, std::int64_t seq) {
  bj::object object{{"project", project}, {"seq", seq}};
  if (!created.empty()) object["created"] = created;
  return bj::serialize(object);
}

std::string encode_backup(const std::string& file, const std::string& replaced, const ports::CommitHead& head) {
  bj::object object{{"file", file}, {"seq", head.seq}, {"head", head.digest}};
  if (!replaced.empty()) object["replaced"] = replaced;
  return bj::serialize(object);
}

std::string encode_verify(const VerifyDocument& document) {
  bj::object object{
      {"ok", !document.fault.has_value()}, {"commits", document.commits}, {"publications", document.publications},
      {"papers", document.papers},         {"erased", document.erased},   {"head", document.head}};
  if (document.signatures) object["signatures"] = *document.signatures;
  object["fault"] = document.fault ? bj::value(document.fault->zh) : bj::value(nullptr);
  object["fault_en"] = document.fault ? bj::value(document.fault->en) : bj::value(nullptr);
  return bj::serialize(object);
}

bool is_well(const std::vector<DoctorCheck>& checks) {
  return std::ranges::none_of(checks, [](const DoctorCheck& check) { return check.severity == Severity::Error; });
}

std::string encode_doctor(const std::vector<DoctorCheck>& checks) {
  constexpr const char* kNames[] = {"ok", "note", "warning", "error"};
  bj::array list;
  for (const auto& check : checks) {
    bj::object value{{"name", check.name},
                     {"severity", kNames[static_cast<std::size_t>(check.severity)]},
                     {"ok", check.severity != Severity::Error},
                     {"text", check.text.zh},
                     {"text_en", check.text.en}};
    put_text(value, "why", check.why.zh);
    put_text(value, "why_en", check.why.en);
    put_text(value, "remedy", check.remedy.zh);
    put_text(value, "remedy_en", check.remedy.en);
    list.push_back(std::move(value));
  }
  bj::object object;
  object["ok"] = is_well(checks);
  object["checks"] = std::move(list);
  return bj::serialize(object);
}

std::string encode_calendar(const WorkingCalendar& calendar, Date from, Date to) {
  bj::object object;
  auto& days = object["days"].emplace_array();
  for (auto day = from; day <= to; day = day + 1) {
    bj::object value{{"date", format_iso(day)}, {"working", calendar.is_working(day)}};
    const auto source = calendar.find_source(day);
    value["source"] = source ? bj::value(*source) : bj::value(nullptr);
    days.push_back(std::move(value));
  }
  return bj::serialize(object);
}

std::string encode_files(const std::vector<std::string>& paths, const std::vector<Bilingual>& notes) {
  bj::object object;
  auto& files = object["files"].emplace_array();
  for (const auto& path : paths)
    files.emplace_back(path);
  if (!notes.empty()) put_notes(object, notes);
  return bj::serialize(object);
}

}  // namespace guatu::json
