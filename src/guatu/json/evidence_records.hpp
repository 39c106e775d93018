#pragma once

#include <string>
#include <string_view>

#include "guatu/base/result.hpp"
#include "guatu/evidence/document.hpp"
#include "guatu/json/personal_vault.hpp"

/// Records of papers that show what was claimed; their bytes are blobs of the same commit.
namespace guatu::json {

/// Subject: the document's id.
inline constexpr std::string_view kDocumentRecord = "document";

[[nodiscard]] std::string encode_document(const evidence::Document& document, PersonalVault& vault);
[[nodiscard]] Result<evidence::Document> decode_document(std::string_view body, const PersonalVault& vault);

}  // namespace guatu::json
