#pragma once

#include <memory>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/ledger.hpp"

namespace guatu::json {

/// truth.json of the sample:
/// {synthetic:true, campaign, seed, dekads:[{dekad, files, projects:[{code, name, unit, states:{kind:state}, finished_on:{kind:day}}]}]}
class TruthWriter {
 public:
  TruthWriter(const campaign::Campaign& campaign, std::uint64_t seed);
  ~TruthWriter();
  void add_dekad(const Dekad& dekad, const std::vector<std::string>& files, const ledger::Ledger& known);
  [[nodiscard]] std::string finish() const;

 private:
  struct Body;
  const campaign::Campaign& campaign_;
  std::unique_ptr<Body> body_;
};

}  // namespace guatu::json
