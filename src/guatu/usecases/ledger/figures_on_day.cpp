#include "guatu/usecases/ledger/figures_on_day.hpp"

#include "guatu/json/figures_codec.hpp"
#include "guatu/json/leagues_codec.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"

namespace guatu::usecases {
namespace {

/// The dekad before `as_of` as it is compared with.
struct Before {
  std::optional<counting::PreviousDekad> published;
  std::optional<counting::Figures> figures;
  std::optional<leagues::Leagues> leagues;
};

/// Inputs on the targets' deadlines that have passed; one per target, empty while the deadline lies ahead.
std::vector<std::optional<counting::TallyInput>> deadline_inputs(const Known& known, Date as_of) {
  std::vector<std::optional<counting::TallyInput>> inputs;
  for (const auto& target : known.campaign().targets) {
    inputs.emplace_back();
    if (target.deadline < as_of) inputs.back() = tally_from_ledger(known.ledger, known.campaign(), target.deadline);
  }
  return inputs;
}

counting::Figures count(const Known& known, const counting::TallyInput& input, const Before& before) {
  const auto deadlines = deadline_inputs(known, input.as_of);
  std::vector<const counting::TallyInput*> at_deadline;
  for (const auto& deadline : deadlines)
    at_deadline.push_back(deadline ? &*deadline : nullptr);
  return counting::count_figures(
      {known.campaign(), input, before.figures ? &*before.figures : nullptr, before.published, at_deadline});
}

Result<Before> load_before(ports::Store& store, const Known& known, Date as_of) {
  Before before;
  const auto dekad = last_ended_before(as_of);
  if (const auto* publication = known.find_publication(dekad)) {
    before.published = counting::PreviousDekad{dekad, publication->revision};
    GUATU_TRY(before.figures, load_frozen_figures(store, *publication));
    GUATU_TRY(before.leagues, load_frozen_leagues(store, *publication));
    return before;
  }
  if (dekad.last_day() < known.campaign().starts_on) return before;
  const auto input = tally_from_ledger(known.ledger, known.campaign(), dekad.last_day());
  before.figures = count(known, input, {});
  before.leagues = leagues::rank_leagues(known.campaign(), input, nullptr, before.figures->targets);
  return before;
}

}  // namespace

Result<DayNumbers> numbers_on_day(ports::Store& store, const Known& known, Date as_of) {
  GUATU_TRY(const auto before, load_before(store, known, as_of));
  const auto input = tally_from_ledger(known.ledger, known.campaign(), as_of);
  DayNumbers numbers{as_of, count(known, input, before), {}, {}};
  numbers.leagues = leagues::rank_leagues(known.campaign(), input, before.leagues ? &*before.leagues : nullptr,
                                          numbers.figures.targets);
  numbers.carried = ledger::carried_units(known.ledger, as_of, known.campaign().first_dekad);
  return numbers;
}

Result<counting::Figures> load_frozen_figures(ports::Store& store, const reporting::Publication& publication) {
  GUATU_TRY(const auto text, store.load_blob(publication.figures));
  return json::decode_figures(text);
}

Result<leagues::Leagues> load_frozen_leagues(ports::Store& store, const reporting::Publication& publication) {
  GUATU_TRY(const auto text, store.load_blob(publication.leagues));
  return json::decode_leagues(text);
}

}  // namespace guatu::usecases
