#pragma once

#include <string>
#include <string_view>

#include "guatu/planning/rcpsp/instance.hpp"

/// The text format of PSPLIB for one mode (.sm). Source: Kolisch, Sprecher, "PSPLIB – a project scheduling problem library",
/// EJOR 96 (1997) 205–216.
namespace guatu::planning::rcpsp {

/// The instance that `text` describes; the first and the last job are the dummies that begin and end the project.
/// Errors: InvalidInput with `name` and the line, "j301_1.sm:18", for what cannot be read; those of `Instance::make` for what
///         can be read and is wrong. Several modes and resources that are used up are refused; the due date and its cost are
///         passed over, since they do not bear on the makespan.
[[nodiscard]] Result<Instance> read_psplib(std::string_view text, const std::string& name);

}  // namespace guatu::planning::rcpsp
