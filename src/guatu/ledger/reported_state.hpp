#pragma once

#include "guatu/ledger/revise.hpp"

namespace guatu::ledger {

/// Makes `facts` say on the report day what the return says: the state's own fact gets its day, or the report day as an
/// assumed one; facts up to the report day that would say more are taken back, with a warning. Facts that lie after the
/// report day belong to later returns and stay. Without a state only the reported days are taken.
void apply_state(PartFacts& facts, std::optional<ReportedState> state, const ReportedPart& reported,
                 const RevisionContext& context, std::vector<RevisionIssue>& issues);

}  // namespace guatu::ledger
