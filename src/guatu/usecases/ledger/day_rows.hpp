#pragma once

#include "guatu/base/pinyin.hpp"
#include "guatu/reporting/rows/day_rows.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"

/// The rows behind a day's figures, made from the ledger by the same rules as the figures.
namespace guatu::usecases {

/// Refers to `known`, which has to outlive it. Cost: one back-schedule a project. `earlier`: rows of the same day under the
/// same campaign, whose ledger still lives; what stands in both ledgers is taken from there.
[[nodiscard]] reporting::DayRows make_day_rows(const Known& known, Date as_of, PinyinInitials& initials,
                                               const reporting::DayRows* earlier = nullptr);

/// The row of a project that is not in the campaign on the day: its procedures as they stand, in no count.
[[nodiscard]] reporting::ProjectRow make_outside_row(const Known& known, const ledger::ProjectHistory& history,
                                                     Date as_of);

/// The day that is meant when none is asked: the last day of the newest published dekad, otherwise of the newest dekad that
/// was opened, otherwise the campaign's first day.
[[nodiscard]] Date default_day(const Known& known);

}  // namespace guatu::usecases
