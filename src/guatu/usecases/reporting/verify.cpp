#include "guatu/usecases/reporting/verify.hpp"

#include "guatu/usecases/ledger/load_publications.hpp"
#include "guatu/usecases/reporting/head_signing.hpp"
#include "guatu/usecases/reporting/publish.hpp"

namespace guatu::usecases {
namespace {

using counting::Figures;
using counting::StateCounts;

std::int64_t sum_of_states(const StateCounts& counts) {
  std::int64_t sum = 0;
  for (const auto count : counts.by_state)
    sum += count;
  return sum;
}

/// Every breakdown must add up to the same totals.
std::optional<Bilingual> sums_fault(const Figures& figures, const std::string& name) {
  std::int64_t kinds = 0;
  std::int64_t finished = 0;
  std::int64_t authorities = 0;
  bool rows_add_up = true;
  for (const auto& kind : figures.by_kind) {
    kinds += kind.counts.total;
    finished += kind.counts.of(ProcedureState::Finished);
    rows_add_up = rows_add_up && sum_of_states(kind.counts) == kind.counts.total;
  }
  for (const auto& authority : figures.by_authority) {
    authorities += authority.counts.total;
    rows_add_up = rows_add_up && sum_of_states(authority.counts) == authority.counts.total;
  }
  const auto& strict = figures.procedures.strict.ratio;
  if (rows_add_up && kinds == authorities && finished == strict.numerator &&
      kinds == figures.procedures.regional.ratio.denominator)
    return std::nullopt;
  return Bilingual{"通报 " + name + " 的分项合计与总数不符",
                   "bulletin " + name + ": breakdowns do not add up to the totals"};
}

std::optional<Bilingual> frozen_fault(const std::string& name, const char* what_zh, const char* what_en,
                                      const std::string& stored, const std::string& recomputed) {
  if (stored == recomputed) return std::nullopt;
  std::size_t at = 0;
  while (at < stored.size() && at < recomputed.size() && stored[at] == recomputed[at])
    ++at;
  return Bilingual{
      "通报 " + name + " 冻结的" + what_zh + "与按当时台账重算的结果不一致（第 " + std::to_string(at) + " 字节起）",
      "bulletin " + name + ": frozen " + what_en + " differ from their recomputation (from byte " + std::to_string(at) +
          ")"};
}

/// The publication's numbers, computed again from what was known then with the campaign version in force then.
Result<std::optional<Bilingual>> publication_fault(ports::Store& store, const reporting::Publication& publication,
                                                   VerifyAnswer& answer) {
  const auto name = format_dekad(publication.dekad) + "/" + std::to_string(publication.revision);
  GUATU_TRY(const auto commits, store.load_commits(publication.seq, publication.seq));
  if (commits.size() != 1 || commits.front().head.digest != publication.head_digest)
    return std::optional(Bilingual{"通报 " + name + " 所依据的台账号与摘要不符",
                                   "bulletin " + name + ": the commit it rests on has another digest"});
  GUATU_TRY(const auto known, load_known(store, commits.front().head));
  if (known.version->files_digest != publication.campaign_files)
    return std::optional(Bilingual{"通报 " + name + " 所用攻坚行动版本与记录不符",
                                   "bulletin " + name + ": another campaign version was in force"});
  GUATU_TRY(const auto numbers, numbers_on_day(store, known, publication.as_of));
  const auto recomputed = freeze(known, numbers);
  GUATU_TRY(const auto figures, store.load_blob(publication.figures));
  GUATU_TRY(const auto leagues, store.load_blob(publication.leagues));
  if (auto fault = frozen_fault(name, "数据", "figures", figures, recomputed.figures)) return fault;
  if (auto fault = frozen_fault(name, "排名", "leagues", leagues, recomputed.leagues)) return fault;
  if (auto fault = sums_fault(numbers.figures, name)) return fault;
  GUATU_TRY(const auto papers, load_papers(store, publication));
  answer.papers += static_cast<std::int64_t>(papers.size());
  return std::optional<Bilingual>{};
}

/// What is wrong with what `key` signed, or with what it did not sign up to commit `covered`.
Result<std::optional<Bilingual>> key_fault(ports::Store& store, const VerifyRequest& request, std::int64_t covered,
                                           VerifyAnswer& answer) {
  if (request.key == nullptr) return std::optional<Bilingual>{};
  if (request.signed_head) {
    if (request.signed_head->key != request.key->fingerprint())
      return std::optional(Bilingual{"链头文件不是这把密钥所签", "the signed head was signed by another key"});
    if (auto fault = signature_fault({*request.signed_head}, *request.key, 0)) return fault;
  }
  GUATU_TRY(const auto signatures, store.load_head_signatures());
  auto fault = signature_fault(signatures, *request.key, covered);
  if (!fault)
    answer.signatures = std::ranges::count(signatures, request.key->fingerprint(), &ports::HeadSignature::key);
  return fault;
}

}  // namespace

Result<VerifyAnswer> verify(ports::Store& store, const VerifyRequest& request, const Progress& progress) {
  VerifyAnswer answer;
  GUATU_TRY(const auto head, store.find_head());
  answer.commits = head.seq;
  answer.head_digest = head.digest;
  const auto seen = request.signed_head ? std::optional(request.signed_head->head) : request.seen;
  GUATU_TRY(const auto chain_fault, store.verify_chain(seen));
  if (chain_fault) {
    answer.fault = Bilingual{"台账链不完整：" + chain_fault->what_zh, "the chain is broken: " + chain_fault->what};
    return answer;
  }
  GUATU_TRY(const auto server, store.report_server());
  answer.erased = server.erased_personal;
  GUATU_TRY(const auto publications, load_publications(store, head.seq));
  const auto last_published = publications.empty() ? std::int64_t{0} : publications.back().seq;
  GUATU_TRY(answer.fault, key_fault(store, request, last_published, answer));
  if (answer.fault) return answer;
  for (const auto& [seq, publication] : publications) {
    if (progress) progress(answer.publications, static_cast<std::int64_t>(publications.size()));
    auto fault = publication_fault(store, publication, answer);
    if (!fault && fault.error().kind == ErrorKind::StoreFailed) return std::move(fault).error();
    answer.fault = fault ? *std::move(fault) : std::optional(fault.error().message);
    if (answer.fault) return answer;
    ++answer.publications;
  }
  return answer;
}

}  // namespace guatu::usecases
