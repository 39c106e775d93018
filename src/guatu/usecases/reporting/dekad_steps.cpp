#include "guatu/usecases/reporting/dekad_steps.hpp"

#include "guatu/usecases/ledger/load_ledger.hpp"

namespace guatu::usecases {

Result<StepAnswer> take_step(const Session& session, const StepRequest& request) {
  GUATU_TRY(const auto known, load_newest(session));
  const auto name = format_dekad(request.dekad);
  if (request.dekad < known.campaign().first_dekad || known.campaign().ends_on < request.dekad.first_day())
    return make_error(ErrorKind::InvalidInput, name, name + " 不在攻坚行动期间", name + " lies outside the campaign");
  const auto* current = known.find_dekad(request.dekad);
  const auto record = current == nullptr ? std::nullopt : std::optional(*current);
  auto objections = reporting::step_objections(record, request.step, request.reason);
  if (!objections.empty())
    return Error{ErrorKind::Refused,
                 {dekad_name_zh(request.dekad) + "不能办理此步", "dekad " + name + ": refused"},
                 name,
                 std::move(objections)};
  StepAnswer answer{reporting::after_step(record, request.dekad, request.step), known.head.seq};
  if (request.dry_run) return answer;
  auto commit = session.begin_commit(known.campaign(), std::string(reporting::dekad_step_name(request.step)), name,
                                     request.reason);
  commit.records.push_back({std::string(json::kDekadRecord), name, json::encode_dekad(answer.dekad)});
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  answer.seq = head.seq;
  return answer;
}

}  // namespace guatu::usecases
