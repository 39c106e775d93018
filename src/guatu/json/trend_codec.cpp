#include "guatu/json/trend_codec.hpp"

#include "guatu/json/campaign_words.hpp"
#include "guatu/json/nullable.hpp"
#include "guatu/json/rate_fields.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::object pace_value(const campaign::Campaign& campaign, const counting::TargetPace& pace) {
  const auto& target = campaign.targets[pace.target];
  bj::object value{{"id", target.id}};
  put_words(value, "name", target.name);
  value["measure"] = measure_name(target.measure);
  value["threshold"] = ratio_value(target.threshold);
  value["deadline"] = format_iso(target.deadline);
  value["needed"] = pace.needed;
  value["done"] = pace.done;
  value["remaining"] = pace.remaining;
  value["days_left"] = pace.days_left;
  value["dekads_left"] = pace.dekads_left;
  value["per_dekad"] = number_or_null(pace.per_dekad);
  return value;
}

const char* source_name(const counting::TrendPoint& point) {
  if (!point.count) return "future";
  return point.count->revision ? "published" : "computed";
}

bj::object point_value(const counting::TrendPoint& point) {
  bj::object value{{"dekad", format_dekad(point.dekad)},
                   {"name", dekad_name_zh(point.dekad)},
                   {"name_en", dekad_name_en(point.dekad)},
                   {"day", format_iso(point.dekad.last_day())},
                   {"source", source_name(point)}};
  const auto put = [&](const char* key, std::int64_t counting::DekadCount::* member) {
    value[key] = point.count ? bj::value((*point.count).*member) : bj::value(nullptr);
  };
  value["revision"] = point.count ? number_or_null(point.count->revision) : bj::value(nullptr);
  put("counted", &counting::DekadCount::counted);
  put("finished", &counting::DekadCount::finished);
  put("meets", &counting::DekadCount::meets);
  value["planned"] = point.planned;
  value["baseline"] = point.baseline;
  value["target"] = number_or_null(point.target);
  return value;
}

bj::object rule_value(const reporting::FigureRule& rule, const std::string& base) {
  bj::object value{{"id", rule.id}};
  put_words(value, "name", rule.name);
  put_words(value, "text", rule.text);
  put_words(value, "source", rule.source);
  value["rows"] = rule.rows.empty() ? bj::value(nullptr) : bj::value(base + rule.rows);
  return value;
}

}  // namespace

std::string encode_trend(const NumbersHead& head, const campaign::Campaign& campaign, const counting::Trend& trend) {
  bj::object object{{"as_of", format_iso(head.as_of)},
                    {"known_at", format_rfc3339(head.known_at)},
                    {"seq", head.seq},
                    {"counted", trend.counted},
                    {"finished", trend.finished},
                    {"days_left", trend.days_left}};
  auto& targets = object["targets"].emplace_array();
  for (const auto& pace : trend.targets)
    targets.push_back(pace_value(campaign, pace));
  auto& points = object["points"].emplace_array();
  for (const auto& point : trend.points)
    points.push_back(point_value(point));
  return bj::serialize(object);
}

std::string encode_rules(std::int64_t seq, const std::vector<reporting::FigureRule>& rules, const std::string& base) {
  bj::object object{{"seq", seq}};
  auto& list = object["rules"].emplace_array();
  for (const auto& rule : rules)
    list.push_back(rule_value(rule, base));
  return bj::serialize(object);
}

std::string encode_rule(const reporting::FigureRule& rule, const std::string& base) {
  return bj::serialize(rule_value(rule, base));
}

}  // namespace guatu::json
