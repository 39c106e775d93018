#pragma once

#include <string>
#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/campaign/campaign.hpp"

/// What each figure means, in a sentence, with its source, and where its rows are.
namespace guatu::reporting {

struct FigureRule {
  std::string id;  ///< Its place in `figures`: "projects.finished", "targets.t1", "by_kind".
  Bilingual name;
  Bilingual text;
  Bilingual source;
  /// Question whose rows the figure counts, as "projects?counted=true&finished=true"; {kind}, {state}, … are the place's
  /// own words. Of a rate: the rows of its denominator. Empty where there are none.
  std::string rows;
};

/// Targets and leagues by the campaign's own words and clauses; `day` only for what holds at an assessment cut.
[[nodiscard]] std::vector<FigureRule> figure_rules(const campaign::Campaign& campaign, Date day);

/// 工作方案 2.4 for "Plan 2.4"; a clause of anything else as the campaign wrote it.
[[nodiscard]] Bilingual source_words(const std::string& clause);

}  // namespace guatu::reporting
