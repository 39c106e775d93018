#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/result.hpp"
#include "guatu/campaign/identifiers.hpp"

/// Records that a write leaves beside what it writes: what can be undone, and what a repeated request is answered.
namespace guatu::json {

/// Subject: the account (or actor) that wrote.
inline constexpr std::string_view kEditRecord = "edit";
/// Subject: a digest of account and key.
inline constexpr std::string_view kRequestRecord = "request";

struct WrittenRow {
  std::string project, kind, part;
  std::vector<std::string> fields;
};

/// A record of another type than a part's.
struct EditedRecord {
  std::string type, subject;
};

struct EditRecord {
  std::vector<std::string> subjects;   ///< Of the part records that were written.
  std::optional<std::int64_t> undoes;  ///< The commit that this one takes back.
  std::vector<EditedRecord> others{};  ///< Projects and papers.
  std::string right{};                 ///< What taking it back needs; empty: "edit_procedures".
};
[[nodiscard]] std::string encode_edit(const EditRecord& edit);
[[nodiscard]] Result<EditRecord> decode_edit(std::string_view body);

/// Only what names rows and fields: values may be personal, and the chain never forgets.
struct RequestRecord {
  std::string digest;  ///< Of the request.
  std::vector<WrittenRow> rows;
};
[[nodiscard]] std::string encode_request(const RequestRecord& request);
[[nodiscard]] Result<RequestRecord> decode_request(std::string_view body);

}  // namespace guatu::json
