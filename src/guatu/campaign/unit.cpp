#include "guatu/campaign/unit.hpp"

#include <array>

namespace guatu::campaign {
namespace {

constexpr std::array<std::string_view, 7> kCapacities{"district",    "sponsor",   "approver", "office",
                                                      "supervision", "publicity", "member"};

}  // namespace

std::string_view capacity_name(Capacity capacity) {
  return kCapacities[static_cast<std::size_t>(capacity)];
}

std::optional<Capacity> find_capacity(std::string_view name) {
  for (std::size_t i = 0; i < kCapacities.size(); ++i)
    if (kCapacities[i] == name) return static_cast<Capacity>(i);
  return std::nullopt;
}

const DatedName& Unit::name_on(Date day) const {
  const auto* current = &names.front();
  for (const auto& name : names)
    if (!name.from || *name.from <= day) current = &name;
  return *current;
}

}  // namespace guatu::campaign
