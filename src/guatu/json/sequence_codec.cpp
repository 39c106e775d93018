#include "guatu/json/sequence_codec.hpp"

#include <boost/json.hpp>

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::value day_value(const std::optional<Date>& day) {
  return day ? bj::value(format_iso(*day)) : bj::value(nullptr);
}

bj::object date_value(const SequenceDateDocument& date) {
  bj::object object{{"date", format_iso(date.date)}, {"finished", date.finished}};
  if (!date.bound) return object;
  object["bound"] = *date.bound;
  object["gap"] = date.gap;
  return object;
}

bj::object order_value(const SequenceOrderDocument& order) {
  bj::object object{{"unit", order.unit},
                    {"district", order.district.empty() ? bj::value(nullptr) : bj::value(order.district)},
                    {"desks", order.desks}};
  auto& items = object["items"].emplace_array();
  for (const auto& item : order.items)
    items.push_back(bj::object{{"project", item.project},
                               {"kind", item.kind},
                               {"part", item.part},
                               {"start", day_value(item.start)},
                               {"finish", day_value(item.finish)},
                               {"reason", item.reason},
                               {"reason_en", item.reason_en}});
  return object;
}

}  // namespace

std::string encode_sequence(const SequenceDocument& sequence) {
  bj::object object{{"first", date_value(sequence.first)}, {"second", date_value(sequence.second)}};
  auto& hopeless = object["hopeless"].emplace_array();
  for (const auto& one : sequence.hopeless)
    hopeless.push_back(bj::object{{"project", one.project}, {"kind", one.kind}});
  auto& order = object["order"].emplace_array();
  for (const auto& one : sequence.order)
    order.push_back(order_value(one));
  auto& baselines = object["baselines"].emplace_array();
  for (const auto& one : sequence.baselines)
    baselines.push_back(bj::object{{"rule", one.rule},
                                   {"name", one.name},
                                   {"name_en", one.name_en},
                                   {"first", one.first},
                                   {"second", one.second}});
  object["seed"] = sequence.seed;
  object["iterations"] = sequence.iterations;
  object["seconds"] = sequence.seconds;
  return bj::serialize(object);
}

}  // namespace guatu::json
