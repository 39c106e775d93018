#pragma once

#include <string>

#include "guatu/base/error.hpp"

/// Why a file cannot be read, as the importer reports it: the error's subject is the message code of docs/messages, its
/// first reason the remedy.
namespace guatu::documents {

[[nodiscard]] Error encrypted_file();
[[nodiscard]] Error old_workbook();  ///< Code not_a_table: .xls
[[nodiscard]] Error not_a_workbook(const std::string& what_zh, const std::string& what_en);
[[nodiscard]] Error damaged_file(const std::string& why_zh, const std::string& why_en);
[[nodiscard]] Error too_large(const std::string& what_zh, const std::string& what_en);

}  // namespace guatu::documents
