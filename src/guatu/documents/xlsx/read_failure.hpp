#pragma once

#include <string>
#include <string_view>

#include "guatu/base/error.hpp"

/// Why a file cannot be read, as the importer reports it: the error's subject is the message code of docs/messages, its
/// first reason the remedy.
namespace guatu::documents {

[[nodiscard]] Error encrypted_file();
/// The file is no table at all; `kind` says which sentence fits: "empty", "pdf", "image", "word", "slides", "archive", "mail",
/// "web", "xlsb", "bytes" behind not_a_table in intake/message_codes.
[[nodiscard]] Error not_a_table(std::string_view kind);
[[nodiscard]] Error converter_missing();
[[nodiscard]] Error not_converted(const std::string& why_zh, const std::string& why_en);
[[nodiscard]] Error not_a_workbook(const std::string& what_zh, const std::string& what_en);
[[nodiscard]] Error bad_text(const std::string& why_zh, const std::string& why_en);
[[nodiscard]] Error damaged_file(const std::string& why_zh, const std::string& why_en);
[[nodiscard]] Error too_large(const std::string& what_zh, const std::string& what_en);

}  // namespace guatu::documents
