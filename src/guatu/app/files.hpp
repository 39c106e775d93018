#pragma once

#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/campaign/campaign_files.hpp"

/// The file system as commands see it. Errors: FileFailed with path and reason.
namespace guatu::app {

[[nodiscard]] Result<std::string> read_file(const std::string& path);
/// Written beside its place, synced, then renamed: whole or not at all.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);
/// As `write_file`, readable by its owner alone from the first byte. Errors: Refused when the file exists: nothing is lost.
[[nodiscard]] Result<void> write_new_private_file(const std::string& path, std::string_view bytes);
/// Every .toml file of the folder, and papers/*.docx.
[[nodiscard]] Result<campaign::CampaignFiles> read_campaign_directory(const std::string& directory);
/// Path of a program on PATH. Errors: NotFound.
[[nodiscard]] Result<std::string> find_program(const std::string& program);

}  // namespace guatu::app
