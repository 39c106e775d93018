#include "guatu/ledger/revoke.hpp"

#include "guatu/base/contract.hpp"

namespace guatu::ledger {

std::vector<Bilingual> revocation_objections(const PartFacts& facts, const Revocation& revocation) {
  std::vector<Bilingual> objections;
  if (revocation.reason.empty()) objections.push_back({"请写明撤销理由", "give the reason for taking it back"});
  if (!facts.finished) {
    objections.push_back({"该手续没有填报办结，无从撤销", "the procedure was never reported as finished"});
    return objections;
  }
  if (facts.revoked) {
    const auto since = format_iso(facts.revoked->effective_on);
    objections.push_back({"该办结已于 " + since + " 被撤销", "the completion was taken back already, from " + since});
  }
  if (revocation.effective_on < facts.finished->on) {
    const auto finished = format_iso(facts.finished->on);
    objections.push_back({"撤销日早于办结日 " + finished, "the day lies before that of finishing, " + finished});
  }
  return objections;
}

PartFacts with_revocation(PartFacts facts, const Revocation& revocation) {
  GUATU_REQUIRE(revocation_objections(facts, revocation).empty());
  facts.revoked = revocation;
  return facts;
}

}  // namespace guatu::ledger
