#pragma once

#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/ledger/facts.hpp"

/// A completion taken back. Source: rules 2, "Revoked".
namespace guatu::ledger {

/// Every reason why the completion of a part cannot be taken back so; empty: it can.
[[nodiscard]] std::vector<Bilingual> revocation_objections(const PartFacts& facts, const Revocation& revocation);

/// The facts with the completion taken back; the finish stays on record. Contract: no objections.
[[nodiscard]] PartFacts with_revocation(PartFacts facts, const Revocation& revocation);

}  // namespace guatu::ledger
