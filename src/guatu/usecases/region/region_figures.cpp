#include "guatu/usecases/region/region_figures.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

#include "guatu/json/figures_codec.hpp"
#include "guatu/usecases/ledger/load_publications.hpp"

namespace guatu::usecases {
namespace {

using campaign::RegionCity;
using reporting::Publication;

/// Later dekads first, then later revisions.
bool is_newer(const Publication& a, const Publication& b) {
  return std::pair(a.dekad, a.revision) > std::pair(b.dekad, b.revision);
}

Result<Publication> find_newest(ports::Store& store, const std::optional<Dekad>& dekad) {
  GUATU_TRY(const auto head, store.find_head());
  GUATU_TRY(auto publications, load_publications(store, head.seq));
  std::optional<Publication> newest;
  for (auto& [seq, publication] : publications) {
    if (dekad && publication.dekad != *dekad) continue;
    if (!newest || is_newer(publication, *newest)) newest = std::move(publication);
  }
  if (newest) return *std::move(newest);
  const auto what = dekad ? dekad_name_zh(*dekad) : std::string("任何一旬");
  return make_error(ErrorKind::NotFound, "publication", "尚未通报" + what,
                    dekad ? "has not published " + format_dekad(*dekad) : "has published nothing yet");
}

Result<CityFigures> load_city(const RegionCity& city, const std::optional<Dekad>& dekad, const OpenCity& open) {
  GUATU_TRY(const auto store, open(city));
  GUATU_TRY(auto publication, find_newest(*store, dekad));
  GUATU_TRY(const auto text, store->load_blob(publication.figures));
  GUATU_TRY(auto figures, json::decode_figures(text));
  return CityFigures{city, std::move(publication), std::move(figures)};
}

/// All cities, a few at a time: most of the time goes into opening.
std::vector<std::optional<Result<CityFigures>>> load_cities(const std::vector<RegionCity>& cities,
                                                            const std::optional<Dekad>& dekad, const OpenCity& open) {
  constexpr std::size_t kMostThreads = 8;
  std::vector<std::optional<Result<CityFigures>>> loaded(cities.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (auto i = next++; i < cities.size(); i = next++)
      loaded[i] = load_city(cities[i], dekad, open);
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < std::min<std::size_t>(kMostThreads, std::thread::hardware_concurrency()); ++i)
    threads.emplace_back(work);
  work();
  threads.clear();
  return loaded;
}

/// One store under two addresses, or a copy of it.
Bilingual same_ledger(const std::string& code) {
  return {"与 " + code + " 是同一本台账（或其副本），只计一次，请核对名册",
          "is the same ledger as that of " + code + ", or a copy of it; counted once, check the registry"};
}

}  // namespace

RegionFigures region_figures(const campaign::RegionRegistry& registry, const std::optional<Dekad>& dekad,
                             const OpenCity& open) {
  RegionFigures answer;
  auto loaded = load_cities(registry.cities, dekad, open);
  std::map<std::string, std::string> names;  // By the head that a bulletin rests on, which no two chains share.
  for (std::size_t i = 0; i < loaded.size(); ++i) {
    auto& city = *loaded[i];
    if (city) {
      const auto [first, is_new] = names.emplace(city->publication.head_digest, city->city.code);
      if (!is_new) {
        answer.missing.push_back({registry.cities[i], same_ledger(first->second)});
        continue;
      }
      answer.cities.push_back(*std::move(city));
    } else {
      answer.missing.push_back({registry.cities[i], city.error().message});
    }
  }
  std::vector<const counting::Figures*> figures;
  for (const auto& city : answer.cities)
    figures.push_back(&city.figures);
  answer.total = counting::add_up_cities(figures);
  return answer;
}

}  // namespace guatu::usecases
