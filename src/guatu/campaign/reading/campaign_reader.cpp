#include <algorithm>
#include <charconv>
#include <functional>

#include "guatu/campaign/reading/file_readers.hpp"

namespace guatu::campaign {
namespace {

constexpr Words<Measure, 4> kMeasures{{{"projects_finished", Measure::ProjectsFinished},
                                       {"projects_meet", Measure::ProjectsMeet},
                                       {"procedures_finished", Measure::ProceduresFinished},
                                       {"procedures_handed_up", Measure::ProceduresHandedUp}}};
constexpr Words<AuthorityScope, 3> kScopes{{{"all", AuthorityScope::All},
                                            {"city_and_county", AuthorityScope::CityAndCounty},
                                            {"region_and_state", AuthorityScope::RegionAndState}}};
constexpr Words<Completion, 2> kCompletions{{{"claimed", Completion::Claimed}, {"confirmed", Completion::Confirmed}}};
constexpr Words<RankingMeasure, 2> kRankings{
    {{"finished", RankingMeasure::Finished}, {"meets", RankingMeasure::Meets}}};
constexpr Words<ShiftPolicy, 3> kShifts{
    {{"keep", ShiftPolicy::Keep}, {"preceding", ShiftPolicy::Preceding}, {"following", ShiftPolicy::Following}}};

std::optional<std::int64_t> count(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(number) : std::nullopt;
}

/// "70/100", above 0 and at most 1; 1/1 stands in for anything else.
Ratio read_threshold(TableReader& row) {
  const auto text = row.text("threshold");
  if (text.empty()) return {1, 1};
  const auto slash = text.find('/');
  if (slash != std::string::npos) {
    const auto numerator = count(std::string_view(text).substr(0, slash));
    const auto denominator = count(std::string_view(text).substr(slash + 1));
    if (numerator && denominator && 0 < *numerator && *numerator <= *denominator) return {*numerator, *denominator};
  }
  row.fault("threshold", "应为大于 0、不超过 1 的分数，如 70/100",
            "is not a fraction above 0 and at most 1, like 70/100");
  return {1, 1};
}

void read_stages(TableReader& document, Reading& reading) {
  for (auto& row : document.tables("stage")) {
    Stage stage;
    stage.id = reading.places.read_code(row, "id", "stage", reading.faults);
    stage.name = read_bilingual(row, "name");
    stage.first = row.day("first");
    stage.last = row.day("last");
    stage.clause = row.text_or("clause", "");
    if (row.has("first") && row.has("last") && stage.last < stage.first)
      row.fault("last", "早于 first", "lies before first");
    reading.places.note("stage first", stage.id, row.place_of("first"));
    reading.places.note("stage last", stage.id, row.place_of("last"));
    row.finish();
    reading.campaign.stages.push_back(std::move(stage));
  }
}

void read_targets(TableReader& document, Reading& reading) {
  for (auto& row : document.tables("target")) {
    Target target;
    target.id = reading.places.read_code(row, "id", "target", reading.faults);
    target.name = read_bilingual(row, "name");
    target.measure = row.choice("measure", kMeasures);
    target.scope = row.choice_or("scope", kScopes, AuthorityScope::All);
    target.threshold = read_threshold(row);
    target.deadline = row.day("deadline");
    target.clause = row.text_or("clause", "");
    if (target.deadline != Date{} && target.deadline < reading.campaign.starts_on)
      row.fault("deadline", "早于行动开始日 " + format_iso(reading.campaign.starts_on),
                "lies before the campaign's start " + format_iso(reading.campaign.starts_on));
    reading.places.note("target deadline", target.id, row.place_of("deadline"));
    row.finish();
    reading.campaign.targets.push_back(std::move(target));
  }
}

void read_due_dates(TableReader& document, Reading& reading) {
  for (auto& row : document.tables("due")) {
    DueDate due;
    due.id = reading.places.read_code(row, "id", "due", reading.faults);
    due.name = read_bilingual(row, "name");
    due.on = row.day("on");
    due.clause = row.text_or("clause", "");
    reading.places.note("due on", due.id, row.place_of("on"));
    row.finish();
    reading.campaign.due_dates.push_back(std::move(due));
  }
}

void read_policy(TableReader& document, Policy& policy) {
  auto row = document.table("policy");
  if (!row) return;
  policy.completion = row->choice("completion", kCompletions);
  policy.ranking = row->choice("ranking", kRankings);
  policy.due_shift = row->choice("due_shift", kShifts);
  policy.practice_edges = row->flag("practice_edges");
  policy.yellow_days = static_cast<int>(row->number_or("yellow_days", policy.yellow_days, {0, 60}));
  policy.yellow_slack = static_cast<int>(row->number_or("yellow_slack", policy.yellow_slack, {0, 60}));
  policy.problem_text_limit =
      static_cast<int>(row->number_or("problem_text_limit", policy.problem_text_limit, {10, 10000}));
  policy.dispute_days = static_cast<int>(row->number_or("dispute_days", policy.dispute_days, {1, 60}));
  row->finish();
}

void read_review(TableReader& document, ReviewThresholds& review) {
  if (!document.has("review")) return;
  auto row = document.table("review");
  if (!row) return;
  const auto read = [&](int& threshold, std::string_view key, Range range) {
    threshold = static_cast<int>(row->number_or(key, threshold, range));
  };
  read(review.not_applicable_points, "not_applicable_points", {1, 100});
  read(review.not_applicable_parts, "not_applicable_parts", {1, 10000});
  read(review.same_day_finishes, "same_day_finishes", {2, 10000});
  row->finish();
}

/// A word that stands for two levels would be guessed at; it belongs to `ambiguous` alone.
void read_authority_words(TableReader& row, Reading& reading) {
  auto& form = reading.campaign.form;
  SpellingBook book;
  for (const auto authority : {Authority::State, Authority::Region, Authority::City, Authority::County}) {
    const std::string name(authority_name(authority));
    auto word = row.text(name);
    book.claim(word, name, row.place_of(name), reading.faults);
    form.authority_words.emplace_back(authority, std::move(word));
    for (auto& alias : row.placed_texts(name + "_aliases")) {
      book.claim(alias.text, name, alias.place, reading.faults);
      form.authority_aliases.emplace_back(authority, std::move(alias.text));
    }
  }
  for (auto& word : row.placed_texts("ambiguous")) {
    book.claim(word.text, "ambiguous", word.place, reading.faults);
    form.authority_ambiguous.push_back(std::move(word.text));
  }
}

void read_form(TableReader& document, Reading& reading) {
  auto row = document.table("form");
  if (!row) return;
  reading.campaign.form.plan_year = static_cast<int>(row->number("plan_year", {1990, 2200}));
  read_authority_words(*row, reading);
  row->finish();
}

void read_paper(TableReader& document, PaperWords& words) {
  auto row = document.table("paper");
  if (!row) return;
  words.office_name = row->text("office_name");
  words.headquarters_name = row->text("headquarters_name");
  words.red_head = row->text("red_head");
  words.document_number_prefix = row->text_or("document_number_prefix", "");
  words.place = row->text("place");
  words.districts_word = row->text("districts_word");
  words.departments_word = row->text("departments_word");
  words.copy_to = row->text_or("copy_to", "");
  row->finish();
}

void read_span(TableReader& document, Campaign& campaign) {
  campaign.starts_on = document.day("starts_on");
  campaign.ends_on = document.day("ends_on");
  const bool whole = document.has("starts_on") && document.has("ends_on");
  if (whole && campaign.ends_on < campaign.starts_on)
    document.fault("ends_on", "早于 starts_on", "lies before starts_on");
  const auto text = document.text("first_dekad");
  if (text.empty()) return;
  const auto dekad = parse_dekad(text);
  if (!dekad) {
    document.fault("first_dekad", "应为旬，如 2022-11-D3", "is not a dekad like 2022-11-D3");
  } else if (whole && (dekad->last_day() < campaign.starts_on || campaign.ends_on < dekad->first_day())) {
    document.fault("first_dekad", "不在行动起止日期之内", "lies outside the campaign");
  } else {
    campaign.first_dekad = *dekad;
  }
}

}  // namespace

void read_campaign_toml(const TomlNode& document, Reading& reading) {
  auto& campaign = reading.campaign;
  TableReader table(document, "campaign.toml", reading.faults);
  campaign.id = reading.places.read_code(table, "id", "campaign", reading.faults);
  campaign.title = read_bilingual(table, "title");
  campaign.version = table.text("version");
  read_span(table, campaign);
  campaign.assessment_cuts = table.days("assessment_cuts");
  if (std::ranges::adjacent_find(campaign.assessment_cuts, std::ranges::greater_equal{}) !=
      campaign.assessment_cuts.end())
    table.fault("assessment_cuts", "应由早到晚、不重复", "must go from early to late, each day once");
  for (const auto* key : {"first_dekad", "assessment_cuts"})
    reading.places.note("campaign", key, table.place_of(key));
  read_stages(table, reading);
  read_targets(table, reading);
  read_due_dates(table, reading);
  read_policy(table, campaign.policy);
  read_review(table, campaign.review);
  read_form(table, reading);
  read_paper(table, campaign.paper);
  read_leagues(table, reading);
  table.finish();
}

}  // namespace guatu::campaign
