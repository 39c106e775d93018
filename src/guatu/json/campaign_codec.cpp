#include "guatu/json/campaign_codec.hpp"

#include <algorithm>

#include "guatu/json/campaign_words.hpp"
#include "guatu/json/nullable.hpp"
#include "guatu/json/policy_value.hpp"
#include "guatu/json/rate_fields.hpp"
#include "guatu/leagues/league_scope.hpp"
#include "guatu/planning/light.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::object named(const Bilingual& name) {
  return {{"name", name.zh}, {"name_en", name.en}};
}

bj::object stage_value(const campaign::Stage& stage) {
  auto value = named(stage.name);
  value["id"] = stage.id;
  value["first"] = format_iso(stage.first);
  value["last"] = format_iso(stage.last);
  value["clause"] = stage.clause;
  return value;
}

bj::object target_value(const campaign::Target& target) {
  auto value = named(target.name);
  value["id"] = target.id;
  value["measure"] = measure_name(target.measure);
  value["scope"] = scope_name(target.scope);
  value["threshold"] = ratio_value(target.threshold);
  value["deadline"] = format_iso(target.deadline);
  value["clause"] = target.clause;
  return value;
}

bj::object kind_value(const campaign::ProcedureKind& kind) {
  auto value = named(kind.name);
  value["code"] = kind.code.text();
  value["short_name"] = kind.short_name;
  value["line"] = kind.line.text();
  return value;
}

bj::object due_date_value(const campaign::DueDate& due) {
  auto value = named(due.name);
  value["id"] = due.id;
  value["on"] = format_iso(due.on);
  return value;
}

std::vector<UnitCode> ranked_in(const campaign::Campaign& campaign, const campaign::LeagueRule& league) {
  std::vector<UnitCode> units;
  for (const auto index : leagues::ranked_units(campaign, league))
    units.push_back(campaign.units[static_cast<std::size_t>(index)].code);
  return units;
}

bj::array leagues_of(const campaign::Campaign& campaign, const campaign::Unit& unit) {
  bj::array list;
  for (const auto& league : campaign.leagues)
    if (std::ranges::count(ranked_in(campaign, league), unit.code) > 0) list.emplace_back(league.id);
  return list;
}

/// By its newest name; earlier ones stand in the papers of their time.
bj::object unit_value(const campaign::Campaign& campaign, const campaign::Unit& unit) {
  auto value = named(unit.names.back().name);
  value["code"] = unit.code.text();
  value["short_name"] = unit.names.back().short_name;
  auto& capacities = value["capacities"].emplace_array();
  for (const auto capacity : unit.capacities)
    capacities.emplace_back(bj::string_view(campaign::capacity_name(capacity)));
  value["leagues"] = leagues_of(campaign, unit);
  return value;
}

bj::object unit_with_names(const campaign::Campaign& campaign, const campaign::Unit& unit) {
  auto value = unit_value(campaign, unit);
  value["region_code"] = unit.region_code ? bj::value(*unit.region_code) : bj::value(nullptr);
  auto& aliases = value["aliases"].emplace_array();
  for (const auto& alias : unit.aliases)
    aliases.emplace_back(alias);
  auto& names = value["names"].emplace_array();
  for (const auto& dated : unit.names) {
    auto name = named(dated.name);
    name["from"] = day_or_null(dated.from);
    name["short_name"] = dated.short_name;
    names.push_back(std::move(name));
  }
  return value;
}

bj::object league_value(const campaign::Campaign& campaign, const campaign::LeagueRule& league) {
  auto value = named(league.name);
  value["id"] = league.id;
  value["counts"] = counts_name(league.counts);
  value["bottom"] = league.bottom;
  value["units"] = code_list(ranked_in(campaign, league));
  return value;
}

bj::object choice_value(const PolicyChoice& choice) {
  bj::object value{{"id", choice.id}, {"value", choice.value}};
  put_words(value, "text", choice.text);
  return value;
}

bj::object word_value(std::string_view code, const Bilingual& words) {
  auto value = named(words);
  value["code"] = bj::string(code);
  return value;
}

void put_vocabulary(bj::object& object, const campaign::Campaign& campaign) {
  using enum ProcedureState;
  auto& states = object["states"].emplace_array();
  for (const auto state :
       {Finished, HandedUp, InReview, Submitted, Returned, Preparing, NotStarted, Unknown, NotApplicable})
    states.push_back(word_value(state_name(state), state_words(state)));
  auto& authorities = object["authorities"].emplace_array();
  for (const auto authority : {Authority::State, Authority::Region, Authority::City, Authority::County})
    authorities.push_back(
        word_value(authority_name(authority), {campaign.authority_word(authority), authority_words(authority).en}));
  authorities.push_back(word_value("missing", {"缺审批层级", "level missing"}));
  using enum planning::Light;
  auto& lights = object["lights"].emplace_array();
  for (const auto light : {Red, Yellow, Blue, Arrow, Green, Grey})
    lights.push_back(word_value(planning::light_name(light), planning::light_words(light)));
}

template <typename Items, typename ToValue>
bj::array list_of(const Items& items, ToValue to_value) {
  bj::array list;
  for (const auto& item : items)
    list.emplace_back(to_value(item));
  return list;
}

}  // namespace

std::string encode_campaign_overview(const campaign::Campaign& campaign, const CampaignMoment& moment) {
  const auto with_campaign = [&](auto to_value) {
    return [&campaign, to_value](const auto& item) { return to_value(campaign, item); };
  };
  bj::object object{{"id", campaign.id},
                    {"title", campaign.title.zh},
                    {"title_en", campaign.title.en},
                    {"version", campaign.version},
                    {"starts_on", format_iso(campaign.starts_on)},
                    {"ends_on", format_iso(campaign.ends_on)},
                    {"first_dekad", format_dekad(campaign.first_dekad)},
                    {"seq", moment.seq},
                    {"today", format_iso(moment.today)},
                    {"default_as_of", format_iso(moment.default_as_of)}};
  object["default_dekad"] = moment.default_dekad ? bj::value(format_dekad(*moment.default_dekad)) : bj::value(nullptr);
  object["stages"] = list_of(campaign.stages, stage_value);
  object["targets"] = list_of(campaign.targets, target_value);
  object["due_dates"] = list_of(campaign.due_dates, due_date_value);
  object["assessment_cuts"] = list_of(campaign.assessment_cuts, format_iso);
  object["kinds"] = list_of(campaign.kinds, kind_value);
  object["units"] = list_of(campaign.units, with_campaign(unit_value));
  object["leagues"] = list_of(campaign.leagues, with_campaign(league_value));
  object["policy"] = policy_value(campaign.policy);
  object["policies"] = list_of(policy_choices(campaign), choice_value);
  put_vocabulary(object, campaign);
  return bj::serialize(object);
}

std::string encode_units(const campaign::Campaign& campaign, std::int64_t seq) {
  bj::object object{{"seq", seq}};
  object["units"] =
      list_of(campaign.units, [&](const campaign::Unit& unit) { return unit_with_names(campaign, unit); });
  return bj::serialize(object);
}

}  // namespace guatu::json
