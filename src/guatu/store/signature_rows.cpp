#include "guatu/store/signature_rows.hpp"

#include <soci/soci.h>

#include "guatu/store/sql/journal_sql.hpp"

namespace guatu::store {

using soci::into;
using soci::use;

void put_signature_row(soci::session& session, const ports::HeadSignature& signature) {
  const auto seq = static_cast<long long>(signature.head.seq);
  const auto recorded_at = static_cast<long long>(signature.head.recorded_at);
  const auto signed_at = static_cast<long long>(signature.signed_at);
  session << sql::kPutSignature, use(seq, "seq"), use(signature.key, "key"), use(recorded_at, "recorded_at"),
      use(signature.head.digest, "digest"), use(signature.signature, "signature"), use(signed_at, "signed_at");
}

std::vector<ports::HeadSignature> load_signature_rows(soci::session& session) {
  std::vector<ports::HeadSignature> signatures;
  long long seq = 0;
  long long recorded_at = 0;
  long long signed_at = 0;
  ports::HeadSignature row;
  soci::statement statement = (session.prepare << sql::kLoadSignatures, into(seq), into(row.key), into(recorded_at),
                               into(row.head.digest), into(row.signature), into(signed_at));
  statement.execute();
  while (statement.fetch()) {
    row.head.seq = seq;
    row.head.recorded_at = recorded_at;
    row.signed_at = signed_at;
    signatures.push_back(row);
  }
  return signatures;
}

}  // namespace guatu::store
