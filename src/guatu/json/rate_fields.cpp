#include "guatu/json/rate_fields.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

/// "42.1%" → 421; "—" → none. A printed text is what later changes are measured against, so it is read back, not recomputed.
std::optional<int> read_tenths(std::string_view text) {
  if (!text.ends_with('%')) return std::nullopt;
  int tenths = 0;
  bool after_point = false;
  for (const char c : text.substr(0, text.size() - 1)) {
    if (c == '.') {
      after_point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    tenths = tenths * 10 + (c - '0');
  }
  return after_point ? tenths : tenths * 10;
}

}  // namespace

bj::object ratio_value(const Ratio& ratio) {
  return {{"numerator", ratio.numerator}, {"denominator", ratio.denominator}};
}

Ratio read_ratio(Fields& outer, std::string_view key) {
  const auto* value = outer.find(key);
  if (value == nullptr) {
    outer.fail(key, "a ratio");
    return {};
  }
  Fields fields(*value, key);
  const auto numerator = fields.number("numerator");
  const Ratio ratio{numerator, fields.number("denominator")};
  if (fields.failed()) outer.fail(key, "a ratio");
  return ratio;
}

bj::object rate_value(const counting::Rate& rate) {
  bj::object object = ratio_value(rate.ratio);
  object["text"] = rate.text();
  if (rate.change) {
    object["change"] = *rate.change;
  } else {
    object["change"] = nullptr;
  }
  return object;
}

counting::Rate read_rate(Fields& outer, std::string_view key) {
  counting::Rate rate;
  rate.ratio = read_ratio(outer, key);
  const auto* value = outer.find(key);
  if (value == nullptr) return rate;
  Fields fields(*value, key);
  rate.tenths = read_tenths(fields.text("text"));
  if (fields.find("change") != nullptr) rate.change = fields.text("change");
  return rate;
}

}  // namespace guatu::json
