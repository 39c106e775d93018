#include "guatu/usecases/editing/repeated_request.hpp"

#include "guatu/json/edit_records.hpp"
#include "guatu/ports/canonical_bytes.hpp"
#include "guatu/ports/digest.hpp"

namespace guatu::usecases {
namespace {

/// Keys of one writer are nobody else's.
std::string subject_of(const Session& session, const std::string& key) {
  std::string bytes;
  ports::put_field(bytes, session.actor);
  ports::put_field(bytes, key);
  return ports::sm3_hex(bytes);
}

}  // namespace

Result<std::optional<EditAnswer>> find_repeated(const Session& session, const RequestKey& key, std::int64_t head) {
  if (key.key.empty()) return std::optional<EditAnswer>{};
  GUATU_TRY(const auto records, session.store.load_history(std::string(json::kRequestRecord), head,
                                                           std::optional(subject_of(session, key.key))));
  if (records.empty()) return std::optional<EditAnswer>{};
  const auto& first = records.front();
  GUATU_TRY(const auto request, json::decode_request(first.body));
  if (request.digest != key.digest)
    return make_error(ErrorKind::Refused, "Idempotency-Key", "这个 Idempotency-Key 已用于另一次写入，请换一个",
                      "this Idempotency-Key was used for another write; take a new one");
  EditAnswer answer;
  answer.seq = first.seq;
  answer.repeated = true;
  for (const auto& row : request.rows)
    answer.rows.push_back({ProjectId{row.project}, KindCode{row.kind}, row.part, first.seq, row.fields});
  return std::optional(std::move(answer));
}

void remember_request(ports::Commit& commit, const Session& session, const RequestKey& key,
                      const std::vector<EditedRow>& rows) {
  if (key.key.empty()) return;
  json::RequestRecord request{key.digest, {}};
  for (const auto& row : rows)
    request.rows.push_back({row.project.text(), row.kind.text(), row.part, row.fields});
  commit.records.push_back(
      {std::string(json::kRequestRecord), subject_of(session, key.key), json::encode_request(request)});
}

}  // namespace guatu::usecases
