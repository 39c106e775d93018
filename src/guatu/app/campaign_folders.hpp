#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "guatu/base/result.hpp"

/// Where the shipped campaigns lie, so that `campaigns/example` is understood from any folder.
namespace guatu::app {

/// Folders that may hold shipped campaigns, nearest first: `campaigns` in `working` and above it, then above the program
/// (a clone), then `share/guatu/campaigns` beside the program's `bin` (an installation).
[[nodiscard]] std::vector<std::filesystem::path> campaign_folders(const std::filesystem::path& working,
                                                                  const std::filesystem::path& program);

/// The directory of a campaign. A path that exists is taken as it is; otherwise `wanted`, with or without `campaigns/`
/// before it, is one of the shipped ones; empty is the one that the file `default` beside them names.
///
/// Errors: FileFailed, with every place that was looked at.
[[nodiscard]] Result<std::string> find_campaign_directory(const std::string& wanted,
                                                          const std::vector<std::filesystem::path>& folders);
/// The same for this process: its working folder and its program.
[[nodiscard]] Result<std::string> find_campaign_directory(const std::string& wanted);

}  // namespace guatu::app
