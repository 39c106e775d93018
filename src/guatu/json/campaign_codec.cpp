#include "guatu/json/campaign_codec.hpp"

#include "guatu/json/fields.hpp"
#include "guatu/json/policy_value.hpp"
#include "guatu/json/rate_fields.hpp"

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
  return value;
}

bj::object target_value(const campaign::Target& target) {
  auto value = named(target.name);
  value["id"] = target.id;
  value["threshold"] = ratio_value(target.threshold);
  value["deadline"] = format_iso(target.deadline);
  return value;
}

bj::object kind_value(const campaign::ProcedureKind& kind) {
  auto value = named(kind.name);
  value["code"] = kind.code.text();
  value["short_name"] = kind.short_name;
  value["line"] = kind.line.text();
  return value;
}

/// By its newest name; earlier ones stand in the papers of their time.
bj::object unit_value(const campaign::Unit& unit) {
  auto value = named(unit.names.back().name);
  value["code"] = unit.code.text();
  value["short_name"] = unit.names.back().short_name;
  auto& capacities = value["capacities"].emplace_array();
  for (const auto capacity : unit.capacities)
    capacities.emplace_back(bj::string_view(campaign::capacity_name(capacity)));
  return value;
}

bj::object league_value(const campaign::LeagueRule& league) {
  auto value = named(league.name);
  value["id"] = league.id;
  return value;
}

template <typename Items, typename ToValue>
bj::array list_of(const Items& items, ToValue to_value) {
  bj::array list;
  for (const auto& item : items)
    list.emplace_back(to_value(item));
  return list;
}

bj::object publication_value(const reporting::Publication& publication) {
  bj::object value{{"revision", publication.revision},
                   {"as_of", format_iso(publication.as_of)},
                   {"known_seq", publication.seq},
                   {"head_digest", publication.head_digest},
                   {"reason", publication.reason}};
  value["papers"] = list_of(publication.papers, [](const reporting::PaperRef& paper) {
    return bj::object{{"name", paper.name}, {"digest", paper.digest}};
  });
  return value;
}

}  // namespace

std::string encode_campaign_overview(const campaign::Campaign& campaign, std::int64_t seq) {
  bj::object object{{"id", campaign.id},
                    {"title", campaign.title.zh},
                    {"title_en", campaign.title.en},
                    {"version", campaign.version},
                    {"starts_on", format_iso(campaign.starts_on)},
                    {"ends_on", format_iso(campaign.ends_on)},
                    {"seq", seq}};
  object["stages"] = list_of(campaign.stages, stage_value);
  object["targets"] = list_of(campaign.targets, target_value);
  object["assessment_cuts"] = list_of(campaign.assessment_cuts, format_iso);
  object["kinds"] = list_of(campaign.kinds, kind_value);
  object["units"] = list_of(campaign.units, unit_value);
  object["leagues"] = list_of(campaign.leagues, league_value);
  object["policy"] = policy_value(campaign.policy);
  return bj::serialize(object);
}

std::string encode_dekads(const std::string& campaign, std::int64_t seq,
                          const std::vector<reporting::DekadRecord>& dekads,
                          const std::vector<reporting::Publication>& publications) {
  bj::object object{{"campaign", campaign}, {"seq", seq}};
  object["dekads"] = list_of(dekads, [&](const reporting::DekadRecord& record) {
    bj::object value{{"dekad", format_dekad(record.dekad)},
                     {"name", dekad_name_zh(record.dekad)},
                     {"name_en", dekad_name_en(record.dekad)},
                     {"first_day", format_iso(record.dekad.first_day())},
                     {"last_day", format_iso(record.dekad.last_day())},
                     {"state", bj::string_view(reporting::dekad_state_name(record.state))},
                     {"published_revisions", record.published_revisions}};
    auto& list = value["publications"].emplace_array();
    for (const auto& publication : publications)
      if (publication.dekad == record.dekad) list.push_back(publication_value(publication));
    return value;
  });
  return bj::serialize(object);
}

}  // namespace guatu::json
