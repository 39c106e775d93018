#pragma once

#include "guatu/usecases/sample/mess/state_words.hpp"

/// What a unit writes of a procedure beside its state.
namespace guatu::usecases::mess {

/// The day that the unit writes for a fact: known, and not beyond the state.
[[nodiscard]] std::optional<Date> day_for(Said said, const PartSaid& part);
[[nodiscard]] const char* field_of(Said said);  ///< "submitted_on", …
[[nodiscard]] bool is_one_of(ProcedureState state, std::initializer_list<ProcedureState> states);
/// The same document number in the clerk's own brackets.
[[nodiscard]] std::string in_other_brackets(std::string number, const Hand& hand);

}  // namespace guatu::usecases::mess
