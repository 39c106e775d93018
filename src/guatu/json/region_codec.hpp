#pragma once

#include <memory>
#include <string>

#include "guatu/campaign/region_registry.hpp"
#include "guatu/counting/region_total.hpp"
#include "guatu/reporting/dekad_life.hpp"

/// `region figures`:
/// {region, cities:[{code, name, dekad, revision, as_of, seq, digest, projects, procedures, targets:[{id, met}]}],
///  total:{projects, procedures, by_kind, targets:[{id, name, cities, met, missed}]}, missing:[{code, name, text, text_en}]}
namespace guatu::json {

/// Adds cities one by one; `finish` gives the document.
class RegionDocument {
 public:
  explicit RegionDocument(const campaign::RegionRegistry& registry);
  RegionDocument(const RegionDocument&) = delete;
  RegionDocument& operator=(const RegionDocument&) = delete;
  ~RegionDocument();

  void add_city(const campaign::RegionCity& city, const reporting::Publication& publication,
                const counting::Figures& figures);
  void add_missing(const campaign::RegionCity& city, const Bilingual& reason);
  [[nodiscard]] std::string finish(const counting::RegionTotal& total);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace guatu::json
