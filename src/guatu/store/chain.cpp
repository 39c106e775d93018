#include "guatu/store/chain.hpp"

#include "guatu/ports/canonical_bytes.hpp"
#include "guatu/ports/digest.hpp"

namespace guatu::store {
namespace {

using ports::put_field;

void put_list(std::string& bytes, const std::vector<std::string>& fields) {
  put_field(bytes, std::to_string(fields.size()));
  for (const auto& field : fields)
    put_field(bytes, field);
}

}  // namespace

std::string record_digest(const ports::Record& record) {
  std::string bytes;
  put_field(bytes, "guatu-record-1");
  put_field(bytes, record.type);
  put_field(bytes, record.subject);
  put_field(bytes, record.body);
  return ports::sm3_hex(bytes);
}

std::string commit_digest(const std::string& previous, const CommitParts& commit) {
  std::string bytes;
  put_field(bytes, "guatu-commit-1");
  put_field(bytes, previous);
  put_field(bytes, std::to_string(commit.seq));
  put_field(bytes, std::to_string(commit.recorded_at));
  for (const auto* field : {&commit.actor, &commit.unit, &commit.action, &commit.source, &commit.reason})
    put_field(bytes, *field);
  put_list(bytes, commit.records);
  put_list(bytes, commit.personal);
  put_list(bytes, commit.blobs);
  return ports::sm3_hex(bytes);
}

std::string genesis_digest() {
  return ports::sm3_hex({});
}

}  // namespace guatu::store
