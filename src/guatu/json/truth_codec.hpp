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
/// Where the workbooks are messy also
///  returns:[{file, dekad, unit, layout, unit_in_caption, dekad_in_caption, problems:number, sheets:[name], projects:[{name, written}],
///   cells:[[sheet, cell, project, kind, field, meaning, spelling]],
///   questions:[{class, sheet, cell, project, kind, codes:[message code], planted, against_ledger}]}]
/// `sheet` and `project` of a cell are places in the two lists (project -1: of none). `cells` has every meaningful cell that
/// leaves no doubt, once for each thing that it means: an ISO day (of a period its last), a state, whole yuan, codes, text.
/// `questions` are the cells that have to get one of these messages; unless `planted`, because of what the unit does not know.
/// Where `against_ledger`, only when earlier returns are known.
///
/// The projects of a dekad are those in the campaign on its last day, as their units knew them that day. A unit in `missed`
/// sent nothing: what it said before holds on. `assumed`: finished on a day that the unit did not write.
struct TruthCell {
  std::size_t sheet = 0;
  std::string cell;
  int project = -1;
  std::string kind, field, meaning, spelling;
};

struct TruthQuestion {
  std::string name;
  std::size_t sheet = 0;
  std::string cell;
  int project = -1;
  std::string kind;
  std::vector<std::string> codes;
  bool planted = true;
  bool against_ledger = false;
};

/// A project's name, and as it stands in the return.
struct TruthProject {
  std::string name, written;
};

struct TruthReturn {
  std::string file, dekad, unit, layout;
  bool unit_in_caption = true, dekad_in_caption = true;
  int problems = 0;  ///< Lines of annex 3 in the same file.
  std::vector<std::string> sheets;
  std::vector<TruthProject> projects;
  std::vector<TruthCell> cells;
  std::vector<TruthQuestion> questions;
};

class TruthWriter {
 public:
  TruthWriter(const campaign::Campaign& campaign, std::uint64_t seed);
  ~TruthWriter();
  void add_dekad(const Dekad& dekad, const std::vector<std::string>& files, const std::vector<UnitCode>& missed,
                 const ledger::Ledger& known);
  void add_return(const TruthReturn& messy);
  /// `to` is the code of a unit, or of the project merged into.
  void add_life_event(const ledger::ProjectHistory& project, const ledger::LifeEvent& event, const std::string& to);
  [[nodiscard]] std::string finish() const;

 private:
  struct Body;
  const campaign::Campaign& campaign_;
  std::unique_ptr<Body> body_;
};

}  // namespace guatu::json
