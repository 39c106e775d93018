#pragma once

#include <string>
#include <vector>

#include "guatu/usecases/sample/mess/hand.hpp"
#include "guatu/usecases/sample/mess/written.hpp"

/// What clerks call their columns. Source: domain 1.2, both tables.
namespace guatu::usecases::mess {

/// The clerk's own name of a column, with its remarks, spaces and line breaks.
[[nodiscard]] std::string header_of(Said said, const Hand& hand);
[[nodiscard]] std::string kind_header(const campaign::ProcedureKind& kind, const Hand& hand);
/// One column for several kinds, when the campaign has a name for it; empty otherwise.
[[nodiscard]] std::string merged_kinds_header(const campaign::MergedAlias& merged, const Hand& hand);
/// A procedure and its sub-column in one text.
[[nodiscard]] std::string joined_header(const std::string& kind, const std::string& sub, const Hand& hand);
[[nodiscard]] std::string dressed_header(std::string text, const Hand& hand);

}  // namespace guatu::usecases::mess
