#include <array>
#include <boost/json.hpp>

#include "guatu/json/fields.hpp"
#include "guatu/json/record_codec.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

Dekad read_dekad(Fields& fields, std::string_view key) {
  const auto dekad = parse_dekad(fields.text(key));
  if (dekad) return *dekad;
  fields.fail(key, "a dekad like 2022-12-D1");
  return {};
}

bj::object upper_problem_value(const ledger::UpperProblem& problem) {
  bj::object object;
  put_text(object, "project_name", problem.project_name);
  if (problem.project) put_text(object, "project", problem.project->text());
  put_amount(object, "total_investment", problem.total_investment);
  put_amount(object, "year_plan", problem.year_plan);
  put_text(object, "progress", problem.progress);
  put_text(object, "raised_by", problem.raised_by.text());
  put_text(object, "problem", problem.problem);
  put_text(object, "upper_departments", problem.upper_departments);
  put_text(object, "city_department", problem.city_department);
  return object;
}

ledger::UpperProblem read_upper_problem(const bj::value& value, Fields& outer) {
  Fields fields(value, "problems");
  ledger::UpperProblem problem;
  problem.project_name = fields.text("project_name");
  if (const auto id = fields.text("project"); !id.empty()) problem.project = ProjectId{id};
  problem.total_investment = fields.find_amount("total_investment");
  problem.year_plan = fields.find_amount("year_plan");
  problem.progress = fields.text("progress");
  problem.raised_by = UnitCode{fields.text("raised_by")};
  problem.problem = fields.text("problem");
  problem.upper_departments = fields.text("upper_departments");
  problem.city_department = fields.text("city_department");
  if (fields.failed()) outer.fail("problems", "nine columns each");
  return problem;
}

/// The lists that are kept, in the order of the body. `answers` may be const.
auto answer_lists(auto& answers) {
  return std::array{std::pair{"projects", &answers.projects}, std::pair{"headers", &answers.headers},
                    std::pair{"words", &answers.words}};
}

}  // namespace

std::string return_subject(const UnitCode& unit, const Dekad& dekad) {
  return unit.text() + "/" + format_dekad(dekad);
}

std::string encode_return(const StoredReturn& stored) {
  bj::object object{{"v", 1}};
  put_text(object, "unit", stored.received.unit.text());
  put_text(object, "dekad", format_dekad(stored.received.dekad));
  put_text(object, "file", stored.received.file);
  object["rows"] = stored.received.rows;
  put_text(object, "workbook", stored.workbook);
  return bj::serialize(object);
}

Result<StoredReturn> decode_return(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "return");
  StoredReturn stored;
  stored.received.unit = UnitCode{fields.text("unit")};
  stored.received.dekad = read_dekad(fields, "dekad");
  stored.received.file = fields.text("file");
  stored.received.rows = fields.number("rows");
  stored.workbook = fields.text("workbook");
  GUATU_CHECK(fields.finish());
  return stored;
}

std::string encode_upper_problems(const ledger::UpperProblemList& list) {
  bj::object object{{"v", 1}};
  put_text(object, "unit", list.unit.text());
  put_text(object, "dekad", format_dekad(list.dekad));
  bj::array problems;
  for (const auto& problem : list.problems)
    problems.push_back(upper_problem_value(problem));
  object["problems"] = std::move(problems);
  return bj::serialize(object);
}

Result<ledger::UpperProblemList> decode_upper_problems(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "upper_problems");
  ledger::UpperProblemList list;
  list.unit = UnitCode{fields.text("unit")};
  list.dekad = read_dekad(fields, "dekad");
  for (const auto& problem : fields.list("problems"))
    list.problems.push_back(read_upper_problem(problem, fields));
  GUATU_CHECK(fields.finish());
  return list;
}

std::string encode_answers(const intake::Answers& answers) {
  bj::object object{{"v", 1}};
  for (const auto& [name, list] : answer_lists(answers)) {
    auto& object_of_list = object[name].emplace_object();
    for (const auto& [subject, answer] : *list)
      object_of_list[subject] = answer;
  }
  return bj::serialize(object);
}

Result<intake::Answers> decode_answers(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "answers");
  intake::Answers answers;
  for (const auto& [name, list] : answer_lists(answers)) {
    const auto* given = fields.find(name);
    if (given == nullptr || !given->is_object()) {
      fields.fail(name, "an object");
      continue;
    }
    for (const auto& [subject, answer] : given->as_object()) {
      if (!answer.is_string()) fields.fail(name, "texts");
      if (answer.is_string()) list->emplace(subject, answer.as_string());
    }
  }
  GUATU_CHECK(fields.finish());
  return answers;
}

std::string encode_dekad(const reporting::DekadRecord& dekad) {
  bj::object object{{"v", 1}};
  put_text(object, "dekad", format_dekad(dekad.dekad));
  put_text(object, "state", dekad_state_name(dekad.state));
  object["published_revisions"] = dekad.published_revisions;
  return bj::serialize(object);
}

Result<reporting::DekadRecord> decode_dekad(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "dekad");
  reporting::DekadRecord record;
  record.dekad = read_dekad(fields, "dekad");
  if (const auto state = reporting::find_dekad_state(fields.text("state"))) {
    record.state = *state;
  } else {
    fields.fail("state", "open, locked or published");
  }
  record.published_revisions = static_cast<int>(fields.number("published_revisions"));
  GUATU_CHECK(fields.finish());
  return record;
}

std::string encode_campaign(const CampaignRecord& campaign) {
  bj::object object{{"v", 1}};
  put_text(object, "id", campaign.id);
  put_text(object, "version", campaign.version);
  put_text(object, "files", campaign.files);
  return bj::serialize(object);
}

Result<CampaignRecord> decode_campaign(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "campaign");
  CampaignRecord campaign{fields.text("id"), fields.text("version"), fields.text("files")};
  GUATU_CHECK(fields.finish());
  return campaign;
}

std::string publication_subject(const Dekad& dekad, int revision) {
  return format_dekad(dekad) + "/" + std::to_string(revision);
}

std::string encode_publication(const reporting::Publication& publication) {
  bj::object object{{"v", 1}};
  put_text(object, "dekad", format_dekad(publication.dekad));
  object["revision"] = publication.revision;
  put_day(object, "as_of", publication.as_of);
  object["seq"] = publication.seq;
  put_text(object, "head_digest", publication.head_digest);
  put_text(object, "campaign_files", publication.campaign_files);
  put_text(object, "figures", publication.figures);
  put_text(object, "leagues", publication.leagues);
  put_text(object, "reason", publication.reason);
  bj::array papers;
  for (const auto& paper : publication.papers)
    papers.push_back(bj::object{{"name", paper.name}, {"digest", paper.digest}});
  object["papers"] = std::move(papers);
  return bj::serialize(object);
}

Result<reporting::Publication> decode_publication(std::string_view body) {
  GUATU_TRY(const auto value, parse_body(body));
  Fields fields(value, "publication");
  reporting::Publication publication;
  publication.dekad = read_dekad(fields, "dekad");
  publication.revision = static_cast<int>(fields.number("revision"));
  publication.as_of = fields.day("as_of");
  publication.seq = fields.number("seq");
  publication.head_digest = fields.text("head_digest");
  publication.campaign_files = fields.text("campaign_files");
  publication.figures = fields.text("figures");
  publication.leagues = fields.text("leagues");
  publication.reason = fields.text("reason");
  for (const auto& paper : fields.list("papers")) {
    Fields inner(paper, "papers");
    publication.papers.push_back({inner.text("name"), inner.text("digest")});
    if (inner.failed()) fields.fail("papers", "names with digests");
  }
  GUATU_CHECK(fields.finish());
  return publication;
}

}  // namespace guatu::json
