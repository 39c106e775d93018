#pragma once

#include <optional>
#include <vector>

#include "guatu/counting/figures.hpp"
#include "guatu/leagues/league_table.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// Figures and leagues of a day, as known at a commit, with everything that they are compared with.
/// Source: rules 4 and 5; contract 2.
namespace guatu::usecases {

struct DayNumbers {
  Date as_of;
  counting::Figures figures;
  leagues::Leagues leagues;
  std::vector<UnitCode> carried;
};

/// The numbers of `as_of`. "Before" is the newest published revision of the latest dekad that ended before `as_of`,
/// otherwise that dekad's end recomputed, otherwise nothing.
/// Errors: those of loading frozen figures.
[[nodiscard]] Result<DayNumbers> numbers_on_day(ports::Store& store, const Known& known, Date as_of);

/// A frozen body of a publication, read back.
[[nodiscard]] Result<counting::Figures> load_frozen_figures(ports::Store& store,
                                                            const reporting::Publication& publication);
[[nodiscard]] Result<leagues::Leagues> load_frozen_leagues(ports::Store& store,
                                                           const reporting::Publication& publication);

}  // namespace guatu::usecases
