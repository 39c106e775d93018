#pragma once

#include <filesystem>
#include <string>

namespace guatu::app {

/// Where the page's files are: as asked; nowhere (empty) for "none". When nothing is asked, the first of these that holds an
/// index.html: web/ beside the program, the share folder of its installation, web/dist of the source tree that it was built
/// in; otherwise nowhere.
[[nodiscard]] std::string web_folder(const std::string& asked, const std::filesystem::path& program);

}  // namespace guatu::app
