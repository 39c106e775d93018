#include "guatu/campaign/reading/faults.hpp"

#include <algorithm>

namespace guatu::campaign {

std::string Place::text() const {
  return line == 0 ? file : file + ":" + std::to_string(line);
}

void Faults::add(const Place& place, const std::string& zh, const std::string& en) {
  found_.push_back({place, {place.text() + ": " + zh, place.text() + ": " + en}});
}

std::vector<Bilingual> Faults::in_order() const {
  auto sorted = found_;
  std::ranges::stable_sort(sorted, {}, &Fault::place);
  std::vector<Bilingual> texts;
  for (auto& fault : sorted)
    texts.push_back(std::move(fault.text));
  return texts;
}

}  // namespace guatu::campaign
