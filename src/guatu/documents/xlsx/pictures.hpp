#pragma once

#include <string>

#include "guatu/documents/xlsx/xml_stream.hpp"

namespace guatu::documents {

/// How many pictures lie on the sheet in `sheet_part`, embedded objects included; nobody looks into them.
/// A damaged drawing counts as none. Errors: too_large.
[[nodiscard]] Result<std::uint32_t> count_pictures(ZipArchive& archive, const std::string& sheet_part,
                                                   const ReadLimits& limits);

/// A picture that WPS keeps inside a cell: =DISPIMG("ID_…",1).
[[nodiscard]] bool is_picture_formula(std::string_view text);

}  // namespace guatu::documents
