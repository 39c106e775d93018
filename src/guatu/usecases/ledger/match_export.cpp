#include "guatu/usecases/ledger/match_export.hpp"

#include "guatu/ports/digest.hpp"
#include "guatu/usecases/ledger/load_ledger.hpp"
#include "guatu/usecases/until_written.hpp"

namespace guatu::usecases {
namespace {

void add_records(std::vector<ports::Record>& records, const std::vector<ledger::SourceDispute>& disputes) {
  for (const auto& dispute : disputes)
    records.push_back(
        {std::string(json::kDisputeRecord), json::dispute_subject(dispute), json::encode_dispute(dispute)});
}

Result<MatchAnswer> attempt(const Session& session, const MatchRequest& request) {
  GUATU_TRY(const auto known, load_newest(session));
  MatchAnswer answer;
  answer.seq = known.head.seq;
  GUATU_TRY(answer.adapter, intake::parse_export_adapter(request.adapter, request.adapter_name, known.campaign()));
  GUATU_TRY(answer.read, intake::read_export(request.workbook, answer.adapter, known.campaign(), request.as_of));
  answer.comparison = intake::compare_export(
      answer.read, {known.campaign(), known.ledger, answer.adapter, request.name, request.as_of});
  if (request.dry_run) return answer;
  answer.applied = true;
  auto commit = session.begin_commit(known.campaign(), "match", request.name);
  add_records(commit.records, answer.comparison.opened);
  add_records(commit.records, answer.comparison.changed);
  add_records(commit.records, answer.comparison.closed);
  if (commit.records.empty()) return answer;
  commit.blobs.push_back({ports::sm3_hex(request.bytes), request.bytes});
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  answer.seq = head.seq;
  return answer;
}

}  // namespace

Result<MatchAnswer> match_export(const Session& session, const MatchRequest& request) {
  return until_written(session.store, [&] { return attempt(session, request); });
}

}  // namespace guatu::usecases
