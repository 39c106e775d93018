#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The fonts that official papers name are licensed ones; where they are missing, free ones of the same kind stand in, and
/// whoever gets such a PDF is told. Source: domain 4.4, Free fonts.
namespace guatu::documents {

struct StandIn {
  std::string named;   ///< As papers name it: 仿宋_GB2312.
  std::string family;  ///< What stands in for it.
  std::string in_pdf;  ///< How a PDF names that.
};
[[nodiscard]] const std::vector<StandIn>& stand_ins();

/// Settings for fontconfig: the named font where it is installed or lies in `folder` (may be empty), its stand-in otherwise.
[[nodiscard]] std::string font_settings(const std::string& folder);

/// Families that a PDF was set with in place of those that its paper names; empty when it has none of them.
[[nodiscard]] std::vector<std::string> stand_ins_in(std::string_view pdf);

}  // namespace guatu::documents
