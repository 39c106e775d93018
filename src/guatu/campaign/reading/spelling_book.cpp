#include "guatu/campaign/reading/spelling_book.hpp"

#include "guatu/base/text.hpp"

namespace guatu::campaign {

void SpellingBook::claim(const std::string& spelling, const std::string& owner, const Place& place, Faults& faults) {
  auto key = match_key(spelling);
  if (key.empty()) return;
  const auto [found, fresh] = claims_.emplace(std::move(key), Claim{owner, place});
  const auto& first = found->second;
  if (fresh || first.owner == owner) return;
  faults.add(place, "名称“" + spelling + "”已属于 " + first.owner + "（" + first.place.text() + "）",
             "the name \"" + spelling + "\" already belongs to " + first.owner + " (" + first.place.text() + ")");
}

}  // namespace guatu::campaign
