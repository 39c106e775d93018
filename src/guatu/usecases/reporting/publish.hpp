#pragma once

#include <functional>
#include <string>
#include <vector>

#include "guatu/reporting/bulletin_input.hpp"
#include "guatu/usecases/ledger/figures_on_day.hpp"
#include "guatu/usecases/session.hpp"

/// Signing a dekad off: figures, leagues, campaign version and papers are frozen under one commit. Source: rules 3.
namespace guatu::usecases {

/// Renders the papers of a bulletin (documents layer). Same input, same bytes.
using RenderPapers = std::function<Result<std::vector<reporting::Paper>>(const reporting::BulletinInput&)>;

/// The bulletin of `dekad` as of `as_of` from what is known. `revision` 0: a draft.
struct BulletinSubject {
  Dekad dekad;
  Date as_of;
  int revision = 0;
  std::string reason;
  reporting::OfficialMarks marks{};
};
/// The input refers to `known` and to `tally`, which must outlive it.
[[nodiscard]] Result<reporting::BulletinInput> bulletin_input(ports::Store& store, const Known& known,
                                                              const counting::TallyInput& tally,
                                                              const BulletinSubject& subject);

struct PublishRequest {
  Dekad dekad;
  std::string reason;
  bool dry_run = false;
  reporting::OfficialMarks marks{};
};

struct PublishAnswer {
  reporting::Publication publication;
  DayNumbers numbers;
  std::int64_t seq = 0;
};

/// Errors: Refused with every reason (not locked, …); those of rendering. Nothing is written then.
[[nodiscard]] Result<PublishAnswer> publish(const Session& session, const PublishRequest& request,
                                            const RenderPapers& render);

/// Frozen bodies as text, exactly as stored and compared by `verify`.
struct FrozenNumbers {
  std::string figures, leagues;
};
[[nodiscard]] FrozenNumbers freeze(const Known& known, const DayNumbers& numbers);

/// The stored papers of a publication, each checked against its digest. Errors: IntegrityBroken.
[[nodiscard]] Result<std::vector<reporting::Paper>> load_papers(ports::Store& store,
                                                                const reporting::Publication& publication);

}  // namespace guatu::usecases
