#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/evidence/document.hpp"
#include "guatu/json/body_fault.hpp"

/// Papers as they are asked for and answered.
namespace guatu::json {

/// {name, size}
struct UploadWish {
  std::string name;
  std::size_t size = 0;
};
[[nodiscard]] std::optional<UploadWish> decode_upload(std::string_view body, BodyFaults& faults);
/// {upload, received, size, piece_bytes, whole}
[[nodiscard]] std::string encode_upload(const std::string& id, std::size_t received, std::size_t size,
                                        std::size_t piece_bytes);

/// {about?:[{project, kind?, part?}], paper?, number?, issuer?, issued_on?, note?, uploads?:[…], drop?:[…], reason?};
/// an empty text takes the value away, `issued_on` too.
struct DocumentWish {
  std::optional<std::vector<evidence::Place>> about;
  std::optional<evidence::Paper> paper;
  std::optional<std::string> number, issuer, note;
  std::optional<Date> issued_on;
  bool no_day = false;
  std::vector<std::string> uploads, dropped;
  std::string reason;
};
[[nodiscard]] std::optional<DocumentWish> decode_document_wish(std::string_view body, BodyFaults& faults);

struct ListedDocument {
  evidence::Document document;
  std::int64_t revision = 0;
  bool may_see = false, may_change = false;
};
struct DocumentPage {
  std::int64_t seq = 0, total = 0, limit = 0;
  std::string next_cursor;
  std::vector<ListedDocument> documents;
};
/// {seq, total, limit, next_cursor, documents:[{id, revision, about, paper, number, issuer, issued_on, note, masked,
/// may_change, file_count, files:[{name, kind, media_type, size, digest, shown, added_by, added_on, href}]}]}: without note and
/// files for who may not see them.
[[nodiscard]] std::string encode_documents(const DocumentPage& page);

}  // namespace guatu::json
