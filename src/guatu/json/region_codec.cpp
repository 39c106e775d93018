#include "guatu/json/region_codec.hpp"

#include "guatu/json/figures_fields.hpp"

namespace guatu::json {
namespace bj = boost::json;

struct RegionDocument::Parts {
  bj::object document;
  bj::array cities, missing;
};

RegionDocument::RegionDocument(const campaign::RegionRegistry& registry) : parts_(std::make_unique<Parts>()) {
  parts_->document["region"] = registry.name.zh;
  parts_->document["region_en"] = registry.name.en;
}
RegionDocument::~RegionDocument() = default;

void RegionDocument::add_city(const campaign::RegionCity& city, const reporting::Publication& publication,
                              const counting::Figures& figures) {
  bj::object value{{"code", city.code},
                   {"name", city.name.zh},
                   {"name_en", city.name.en},
                   {"dekad", format_dekad(publication.dekad)},
                   {"revision", publication.revision},
                   {"as_of", format_iso(publication.as_of)},
                   {"seq", publication.seq},
                   {"digest", publication.head_digest},
                   {"projects", projects_value(figures.projects)},
                   {"procedures", procedures_value(figures.procedures)}};
  auto& targets = value["targets"].emplace_array();
  for (const auto& target : figures.targets)
    targets.push_back(bj::object{{"id", target.id}, {"met", target.met ? bj::value(*target.met) : bj::value(nullptr)}});
  parts_->cities.push_back(std::move(value));
}

void RegionDocument::add_missing(const campaign::RegionCity& city, const Bilingual& reason) {
  parts_->missing.push_back(bj::object{{"code", city.code},
                                       {"name", city.name.zh},
                                       {"name_en", city.name.en},
                                       {"text", reason.zh},
                                       {"text_en", reason.en}});
}

std::string RegionDocument::finish(const counting::RegionTotal& total) {
  auto& document = parts_->document;
  document["cities"] = std::move(parts_->cities);
  auto& sum = document["total"].emplace_object();
  sum["projects"] = projects_value(total.projects);
  sum["procedures"] = procedures_value(total.procedures);
  sum["by_kind"] = kinds_value(total.by_kind);
  auto& targets = sum["targets"].emplace_array();
  for (const auto& target : total.targets)
    targets.push_back(bj::object{{"id", target.id},
                                 {"name", target.name.zh},
                                 {"name_en", target.name.en},
                                 {"cities", target.cities},
                                 {"met", target.met},
                                 {"missed", target.missed}});
  document["missing"] = std::move(parts_->missing);
  return bj::serialize(document);
}

}  // namespace guatu::json
