#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/campaign/identifiers.hpp"
#include "guatu/values/date.hpp"

/// Organisations that act, and the persons of the headquarters.
namespace guatu::campaign {

/// What a unit does in the campaign; one unit may hold several. Source: rules 1.
enum class Capacity { District, Sponsor, Approver, Office, Supervision, Publicity, Member };
[[nodiscard]] std::string_view capacity_name(Capacity capacity);  ///< "district", "sponsor", …
[[nodiscard]] std::optional<Capacity> find_capacity(std::string_view name);

/// A name in force from a day on.
struct DatedName {
  std::optional<Date> from;  ///< None: from the beginning.
  Bilingual name;
  std::string short_name;
};

struct Unit {
  UnitCode code;
  std::vector<DatedName> names;  ///< At least one, by day.
  std::vector<std::string> aliases;
  std::set<Capacity> capacities;
  std::optional<std::string> region_code;  ///< GB/T 2260, or the campaign's own.

  [[nodiscard]] bool has(Capacity capacity) const { return capacities.contains(capacity); }
  [[nodiscard]] const DatedName& name_on(Date day) const;
};

/// A post of the headquarters (annex 1); `person` is empty while it is vacant (待定).
struct Post {
  std::string code;
  std::string role;   ///< 组长, 副组长, 成员, …
  std::string title;  ///< 市政府副市长
  std::string person;
  std::optional<UnitCode> unit;
};

}  // namespace guatu::campaign
