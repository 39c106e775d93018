#pragma once

namespace guatu::cli {

/// What PDF and old workbooks need on Debian: LibreOffice, and fonts of the kinds that official papers name.
inline constexpr const char* kOfficePackages =
    "libreoffice-writer-nogui libreoffice-calc-nogui fonts-noto-cjk fonts-arphic-ukai";

}  // namespace guatu::cli
