#pragma once

#include <string>
#include <vector>

#include "guatu/reporting/papers/open_parts.hpp"
#include "guatu/reporting/sheet_model.hpp"

namespace guatu::reporting {

/// Unfinished parts one below the other: whose turn it is, since when, plan date, light, what each waits for above.
[[nodiscard]] SheetModel unfinished_sheet(const BulletinInput& input, const std::string& name, const std::string& title,
                                          const std::vector<OpenPart>& parts);

}  // namespace guatu::reporting
