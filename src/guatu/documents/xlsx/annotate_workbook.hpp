#pragma once

#include <span>
#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/documents/xlsx/read_limits.hpp"
#include "guatu/intake/message.hpp"

/// The clerk's own workbook handed back: whatever an import had to say stands as a comment at the cell that it is about,
/// errors on red, warnings on amber. Nothing else changes: parts that hold no doubtful cell keep their bytes, macros too.
namespace guatu::documents {

/// `bytes` with the messages written at their cells. What an earlier annotation wrote is taken away first, so that a
/// corrected copy comes back clean.
/// Assumption: comments of the author 挂图 or with the first line 【挂图】, and cells with exactly our two colours, are ours.
/// Errors: read_failure's.
[[nodiscard]] Result<std::string> annotate_workbook(std::string_view bytes, std::span<const intake::Message> messages,
                                                    const ReadLimits& limits = {});

}  // namespace guatu::documents
