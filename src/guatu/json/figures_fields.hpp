#pragma once

#include <boost/json.hpp>
#include <vector>

#include "guatu/counting/figures.hpp"

/// Parts of `figures` of contract 2 that other documents share. Only codecs include this header.
namespace guatu::json {

[[nodiscard]] boost::json::object projects_value(const counting::ProjectFigures& projects);
[[nodiscard]] boost::json::object procedures_value(const counting::ProcedureFigures& procedures);
[[nodiscard]] boost::json::array kinds_value(const std::vector<counting::KindFigures>& kinds);

}  // namespace guatu::json
