#pragma once

#include "guatu/usecases/sample/mess/state_words.hpp"

/// Cells that mean nothing certain to anybody. Each brings the messages that it has to get.
namespace guatu::usecases::mess {

/// A dash, a lone day, 是, 否, a question mark, two states at once, or words that name no state.
[[nodiscard]] Written doubtful_state(const PartSaid& part, bool under_answer, const Hand& hand);
/// 11月31日, a month where a day is needed, a day after the report, a number that has lost its zero.
[[nodiscard]] Written doubtful_fact_day(Date day, const Hand& hand);
[[nodiscard]] Written doubtful_plan(const Hand& hand);
/// A level that may be either of two.
[[nodiscard]] Written doubtful_level(const Hand& hand);
/// #REF!, or a formula that was never computed.
[[nodiscard]] Written broken_formula(const Hand& hand);
/// 已上报 where city or county decides.
[[nodiscard]] Written wrongly_handed_up();

}  // namespace guatu::usecases::mess
