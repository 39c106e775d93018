#include "guatu/campaign/file_readers.hpp"

namespace guatu::campaign {
namespace {

Bilingual bilingual(TableReader& table, const std::string& key) {
  auto zh = table.text(key);
  auto en = table.text_or(key + "_en", zh);
  return {std::move(zh), std::move(en)};
}

/// "70/100"
Ratio threshold(TableReader& table) {
  const auto text = table.text("threshold");
  const auto slash = text.find('/');
  Ratio ratio;
  const auto number = [](const std::string& part) {
    return !part.empty() && part.size() < 10 && part.find_first_not_of("0123456789") == std::string::npos ? std::stoll(part) : -1;
  };
  if (slash != std::string::npos) ratio = {number(text.substr(0, slash)), number(text.substr(slash + 1))};
  if (ratio.denominator <= 0 || ratio.numerator <= 0 || ratio.numerator > ratio.denominator)
    table.fault("threshold", "应为 0 到 1 之间的分数，如 70/100", "is not a fraction above 0 and at most 1, like 70/100");
  return ratio;
}

const std::vector<std::pair<std::string, Measure>> kMeasures{{"projects_finished", Measure::ProjectsFinished},
                                                             {"projects_meet", Measure::ProjectsMeet},
                                                             {"procedures_finished", Measure::ProceduresFinished},
                                                             {"procedures_handed_up", Measure::ProceduresHandedUp}};
const std::vector<std::pair<std::string, AuthorityScope>> kScopes{{"all", AuthorityScope::All},
                                                                  {"city_and_county", AuthorityScope::CityAndCounty},
                                                                  {"region_and_state", AuthorityScope::RegionAndState}};

void read_stages(TableReader& table, Campaign& campaign, Places& places) {
  for (auto& stage : table.tables("stage")) {
    Stage read{stage.text("id"), bilingual(stage, "name"), stage.day("first"), stage.day("last"), stage.text_or("clause", "")};
    if (read.last < read.first) stage.fault("last", "早于 first", "lies before first");
    places.emplace("stage " + read.id, stage.place_of("last"));
    campaign.stages.push_back(std::move(read));
    stage.finish();
  }
}

void read_targets(TableReader& table, Campaign& campaign, Places& places) {
  for (auto& target : table.tables("target")) {
    Target read;
    read.id = target.text("id");
    read.name = bilingual(target, "name");
    read.measure = target.choice("measure", kMeasures);
    read.scope = target.choice("scope", kScopes, std::optional(AuthorityScope::All));
    read.threshold = threshold(target);
    read.deadline = target.day("deadline");
    read.clause = target.text_or("clause", "");
    places.emplace("target " + read.id, target.place_of("deadline"));
    campaign.targets.push_back(std::move(read));
    target.finish();
  }
}

void read_due_dates(TableReader& table, Campaign& campaign, Places& places) {
  for (auto& due : table.tables("due")) {
    DueDate read{due.text("id"), bilingual(due, "name"), due.day("on"), due.text_or("clause", "")};
    places.emplace("due " + read.id, due.place_of("on"));
    campaign.due_dates.push_back(std::move(read));
    due.finish();
  }
}

void read_leagues(TableReader& table, Campaign& campaign, Places& places) {
  for (auto& league : table.tables("league")) {
    LeagueRule rule;
    rule.id = league.text("id");
    rule.name = bilingual(league, "name");
    rule.ranked = find_capacity(league.text("ranked")).value_or(Capacity::Member);
    if (rule.ranked == Capacity::Member) league.fault("ranked", "应为 district、sponsor 或 approver", "is none of district, sponsor, approver");
    for (auto& unit : league.texts("only")) rule.only.emplace_back(std::move(unit));
    rule.counts = league.choice<LeagueUnit>("counts", {{"project", LeagueUnit::Project}, {"procedure", LeagueUnit::ProcedurePart}});
    rule.bottom = static_cast<int>(league.number_or("bottom", 0));
    if (rule.bottom < 0) league.fault("bottom", "不能小于 0", "is below 0");
    rule.sponsor_counts = league.choice<SponsorCounts>("sponsor_counts", {{"own", SponsorCounts::Own}, {"line", SponsorCounts::Line}}, SponsorCounts::Own);
    rule.approver_scope = league.choice<ApproverScope>("approver_scope", {{"line", ApproverScope::Line}, {"city_only", ApproverScope::CityOnly}}, ApproverScope::Line);
    rule.guard = league.choice<Guard>("guard", {{"none", Guard::None}, {"target_missed", Guard::TargetMissed}}, Guard::None);
    rule.guard_target = league.text_or("guard_target", "");
    rule.minimum_size = static_cast<int>(league.number_or("minimum_size", 1));
    rule.clause = league.text_or("clause", "");
    places.emplace("league " + rule.id, league.place());
    campaign.leagues.push_back(std::move(rule));
    league.finish();
  }
}

void read_exemptions(TableReader& table, Campaign& campaign, Places& places) {
  for (auto& exemption : table.tables("exemption")) {
    Exemption read{exemption.text("league"), UnitCode{exemption.text("unit")}, exemption.day("cut"), exemption.text("reason"), exemption.text("approval")};
    places.emplace("exemption " + read.unit.text(), exemption.place());
    campaign.exemptions.push_back(std::move(read));
    exemption.finish();
  }
}

void read_policy(TableReader& table, Campaign& campaign) {
  auto policy = table.find_table("policy");
  if (!policy) return;
  auto& read = campaign.policy;
  read.completion = policy->choice<Completion>("completion", {{"claimed", Completion::Claimed}, {"confirmed", Completion::Confirmed}}, read.completion);
  read.ranking = policy->choice<RankingMeasure>("ranking", {{"finished", RankingMeasure::Finished}, {"meets", RankingMeasure::Meets}}, read.ranking);
  read.due_shift = policy->choice<ShiftPolicy>("due_shift", {{"keep", ShiftPolicy::Keep}, {"preceding", ShiftPolicy::Preceding}, {"following", ShiftPolicy::Following}}, read.due_shift);
  read.practice_edges = policy->flag("practice_edges");
  read.yellow_days = static_cast<int>(policy->number_or("yellow_days", read.yellow_days));
  read.yellow_slack = static_cast<int>(policy->number_or("yellow_slack", read.yellow_slack));
  read.problem_text_limit = static_cast<int>(policy->number_or("problem_text_limit", read.problem_text_limit));
  policy->finish();
}

void read_form(TableReader& table, Campaign& campaign, Faults& faults) {
  auto form = table.find_table("form");
  if (!form) {
    faults.add(table.place(), "缺少 [form]", "[form] is missing");
    return;
  }
  campaign.form.plan_year = static_cast<int>(form->number_or("plan_year", campaign.starts_on.year()));
  for (const auto authority : {Authority::State, Authority::Region, Authority::City, Authority::County}) {
    const std::string name(authority_name(authority));
    if (form->has(name)) campaign.form.authority_words.emplace_back(authority, form->text(name));
    for (auto& alias : form->texts(name + "_aliases")) campaign.form.authority_aliases.emplace_back(authority, std::move(alias));
  }
  campaign.form.authority_ambiguous = form->texts("ambiguous");
  form->finish();
}

void read_paper(TableReader& table, Campaign& campaign, Faults& faults) {
  auto paper = table.find_table("paper");
  if (!paper) {
    faults.add(table.place(), "缺少 [paper]", "[paper] is missing");
    return;
  }
  auto& words = campaign.paper;
  words.office_name = paper->text("office_name");
  words.headquarters_name = paper->text("headquarters_name");
  words.red_head = paper->text("red_head");
  words.document_number_prefix = paper->text_or("document_number_prefix", "");
  words.place = paper->text("place");
  words.districts_word = paper->text("districts_word");
  words.departments_word = paper->text("departments_word");
  words.copy_to = paper->text_or("copy_to", "");
  paper->finish();
}

}  // namespace

void read_campaign_toml(const TomlNode& document, Campaign& campaign, Places& places, Faults& faults) {
  TableReader table(document, "campaign.toml", faults);
  campaign.id = table.text("id");
  campaign.title = bilingual(table, "title");
  campaign.version = table.text("version");
  campaign.starts_on = table.day("starts_on");
  campaign.ends_on = table.day("ends_on");
  if (campaign.ends_on < campaign.starts_on) table.fault("ends_on", "早于 starts_on", "lies before starts_on");
  if (const auto dekad = parse_dekad(table.text("first_dekad"))) {
    campaign.first_dekad = *dekad;
  } else {
    table.fault("first_dekad", "应为旬，如 2022-11-D3", "is not a dekad like 2022-11-D3");
  }
  campaign.assessment_cuts = table.days("assessment_cuts");
  read_stages(table, campaign, places);
  read_targets(table, campaign, places);
  read_due_dates(table, campaign, places);
  read_policy(table, campaign);
  read_form(table, campaign, faults);
  read_paper(table, campaign, faults);
  read_leagues(table, campaign, places);
  read_exemptions(table, campaign, places);
  table.finish();
}

}  // namespace guatu::campaign
