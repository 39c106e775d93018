#include "guatu/usecases/editing/edit_project.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/intake/amount_reading.hpp"
#include "guatu/intake/date_reading.hpp"
#include "guatu/intake/field_change.hpp"
#include "guatu/intake/project_changes.hpp"
#include "guatu/json/edit_records.hpp"
#include "guatu/usecases/access/permission.hpp"
#include "guatu/usecases/editing/repeated_request.hpp"
#include "guatu/usecases/ledger/named_project.hpp"
#include "guatu/usecases/until_written.hpp"
#include "guatu/values/codes.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::usecases {
namespace {

constexpr std::size_t kLongestText = 2000;

using ledger::ProjectRecord;

/// Fields that are plain texts.
struct TextField {
  std::string_view name;
  std::string ProjectRecord::* member;
};
constexpr TextField kTexts[] = {{"owner", &ProjectRecord::owner},       {"field", &ProjectRecord::field},
                                {"content", &ProjectRecord::content},   {"leader", &ProjectRecord::leader},
                                {"contact", &ProjectRecord::contact},   {"phone", &ProjectRecord::phone},
                                {"progress", &ProjectRecord::progress}, {"problems", &ProjectRecord::problems},
                                {"measures", &ProjectRecord::measures}, {"note", &ProjectRecord::note}};

/// One typed value into `said`; the fault in words otherwise.
class Reader {
 public:
  Reader(const campaign::Campaign& campaign, Date today, ProjectRecord& said, std::vector<EditFault>& faults)
      : campaign_(campaign), today_(today), said_(said), faults_(faults) {}

  void read(const std::string& field, const std::string& value) {
    const auto text = std::ranges::find(kTexts, field, &TextField::name);
    if (text != std::end(kTexts)) {
      said_.*(text->member) = normalise(value);
      if (character_count(value) > kLongestText) say(field, {"文字过长", "the text is too long"});
    } else if (field == "total_investment" || field == "year_plan") {
      read_amount(field, value);
    } else if (field == "code") {
      read_code(value);
    } else if (field == "credit_code") {
      said_.credit_code = value;
      if (check_credit_code(value) != CodeCheck::Good)
        say(field, {"统一社会信用代码不对", "this is no unified social credit code"});
    } else {
      read_other(field, value);
    }
  }

 private:
  void say(const std::string& field, Bilingual text) {
    faults_.push_back({"bad_value", "/" + field, std::move(text), {}});
  }

  void read_amount(const std::string& field, const std::string& value) {
    const auto amount = parse_amount(value, AmountUnit::Yuan);
    if (!amount || amount->yuan < 0) return say(field, {"应为以元计的数", "has to be a number of yuan"});
    (field == "year_plan" ? said_.year_plan : said_.total_investment) = *amount;
  }

  void read_code(const std::string& value) {
    const auto reading = read_project_code(value);
    said_.code = reading.canonical;
    if (reading.check == CodeCheck::NotACode || reading.check == CodeCheck::WrongCheckDigit)
      say("code", {"项目代码不对，请核对校验位", "this is no national project code; check its last digit"});
  }

  void read_other(const std::string& field, const std::string& value) {
    if (field == "track") {
      said_.track = find_track(value);
      if (!said_.track) say(field, {"应为 approval、sanction 或 filing", "has to be approval, sanction or filing"});
    } else if (field == "industry_department") {
      const auto* unit = campaign_.find_unit_by_name(value);
      if (unit == nullptr) return say(field, {"没有这个单位", "there is no such unit"});
      said_.industry_department = unit->code;
    } else if (field == "planned_start") {
      said_.planned_start = intake::read_date(value, {today_, intake::DateUse::Plan, &campaign_.calendar}).date;
      if (!said_.planned_start) say(field, {"不是时间", "is no time"});
    } else {
      say(field, {"没有“" + field + "”这一栏", "there is no field \"" + field + "\""});
    }
  }

  const campaign::Campaign& campaign_;
  Date today_;
  ProjectRecord& said_;
  std::vector<EditFault>& faults_;
};

/// Both values of every field that the writer wanted otherwise.
std::vector<EditConflict> conflicts_of(const ProjectEdit& edit, const ProjectRecord& now, std::int64_t revision) {
  std::map<std::string, std::string> theirs;
  for (auto& change : intake::project_field_changes({}, {}, now))
    theirs[change.field] = change.after;
  std::vector<EditConflict> conflicts;
  for (const auto& [field, value] : edit.values)
    conflicts.push_back({"/" + field, now.id, {}, {}, field, value, theirs[field], revision});
  return conflicts;
}

Result<EditAnswer> attempt(const ActingSession& session, const ProjectEdit& edit) {
  GUATU_TRY(auto known, load_newest(session));
  GUATU_TRY(auto repeated, find_repeated(session, edit.key, known.head.seq));
  if (repeated) return *std::move(repeated);
  const auto* project = find_named_project(known.ledger, edit.project);
  if (project == nullptr) return unknown_project(edit.project);
  const auto& now = project->record;
  const auto today = shanghai_day(session.clock.now());
  const access::WrittenRow row{project->responsible_on(today), {}, closed_dekad(known, today), !edit.reason.empty()};
  GUATU_CHECK(check_row(session, known.campaign(), access::Right::EditProjects, row, now.id.text()));
  EditAnswer answer;
  answer.seq = known.head.seq;
  const auto revision = project->revision;
  if (edit.revision && *edit.revision != revision) {
    answer.end = EditEnd::Conflict;
    answer.conflicts = conflicts_of(edit, now, revision);
    return answer;
  }
  ProjectRecord said;
  Reader reader(known.campaign(), today, said, answer.faults);
  for (const auto& [field, value] : edit.values)
    if (!trim(value).empty()) reader.read(field, trim(value));
  if (!answer.faults.empty()) {
    answer.end = EditEnd::Refused;
    return answer;
  }
  const auto after = intake::merged_record(now, said);
  if (after == now) return answer;
  EditedRow written{now.id, {}, {}, known.head.seq + 1, {}};
  for (auto& change : intake::project_field_changes({}, now, after))
    written.fields.push_back(std::move(change.field));
  answer.rows.push_back(std::move(written));
  auto commit = session.begin_commit(known.campaign(), "edit project", now.id.text(), edit.reason);
  commit.records.push_back(
      {std::string(json::kProjectRecord), now.id.text(), json::encode_project(after, known.vault)});
  const json::EditRecord left{{}, {}, {{std::string(json::kProjectRecord), now.id.text()}}, "edit_projects"};
  commit.records.push_back({std::string(json::kEditRecord), session.actor, json::encode_edit(left)});
  remember_request(commit, session, edit.key, answer.rows);
  commit.personal = known.vault.take_new();
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  answer.seq = head.seq;
  return answer;
}

}  // namespace

Result<EditAnswer> edit_project(const ActingSession& session, const ProjectEdit& edit) {
  GUATU_CHECK(check_right(session, access::Right::EditProjects));
  return until_written(session.store, [&] { return attempt(session, edit); });
}

}  // namespace guatu::usecases
