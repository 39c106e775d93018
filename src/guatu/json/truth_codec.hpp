#pragma once

#include <memory>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/ledger/ledger.hpp"

namespace guatu::json {

/// truth.json of the sample:
/// {synthetic:true, campaign, seed, projects:number, dekads:[{dekad, as_of, files, missed:[unit], projects:[{code, name, unit,
///  states:{kind:state}, authority:{kind:level}, finished_on:{kind:day}, assumed:[kind]}]}],
///  life_events:[{action, project:{code, name}, on, reason, approval, to, name}]}
///
/// The projects of a dekad are those in the campaign on its last day, as their units knew them that day. A unit in `missed`
/// sent nothing: what it said before holds on. `assumed`: finished on a day that the unit did not write.
class TruthWriter {
 public:
  TruthWriter(const campaign::Campaign& campaign, std::uint64_t seed);
  ~TruthWriter();
  void add_dekad(const Dekad& dekad, const std::vector<std::string>& files, const std::vector<UnitCode>& missed,
                 const ledger::Ledger& known);
  /// `to` is the code of a unit, or of the project merged into.
  void add_life_event(const ledger::ProjectHistory& project, const ledger::LifeEvent& event, const std::string& to);
  [[nodiscard]] std::string finish() const;

 private:
  struct Body;
  const campaign::Campaign& campaign_;
  std::unique_ptr<Body> body_;
};

}  // namespace guatu::json
