#include "guatu/usecases/reporting/draft_bulletin.hpp"

#include "guatu/reporting/bulletin_model.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"

namespace guatu::usecases {

Dekad next_bulletin(const Known& known) {
  auto next = known.campaign().first_dekad;
  for (const auto& record : known.dekads)
    if (record.dekad >= next)
      next = record.state == reporting::DekadState::Published ? record.dekad.next() : record.dekad;
  return next;
}

Result<DraftBulletin> draft_bulletin(ports::Store& store, const Known& known, const Dekad& dekad,
                                     const RenderPapers& render) {
  DraftBulletin draft{dekad, dekad.last_day(), 0, {}};
  const auto tally = tally_from_ledger(known.ledger, known.campaign(), draft.as_of);
  GUATU_TRY(const auto input, bulletin_input(store, known, tally, {dekad, draft.as_of, 0, {}}));
  draft.characters = reporting::character_count(reporting::make_bulletin(input));
  GUATU_TRY(draft.papers, render(input));
  return draft;
}

}  // namespace guatu::usecases
