#include "guatu/usecases/reporting/publish.hpp"

#include "guatu/counting/project_rate.hpp"
#include "guatu/json/leagues_codec.hpp"
#include "guatu/ports/digest.hpp"
#include "guatu/usecases/ledger/tally_from_ledger.hpp"
#include "guatu/usecases/planning/plan_on_day.hpp"

namespace guatu::usecases {
namespace {

/// The ledger as if no project had joined, left or moved after `day`.
ledger::Ledger without_life_events_after(const ledger::Ledger& ledger, Date day) {
  const auto is_later = [day](const ledger::LifeEvent& event) { return event.on > day; };
  auto copy = ledger;
  for (std::size_t i = 0; i < copy.projects.size(); ++i)
    if (std::ranges::any_of(copy.projects[i].life, is_later)) std::erase_if(copy.projects.edit(i).life, is_later);
  return copy;
}

counting::Rate rate_without_life_events(const Known& known, Date as_of) {
  const auto ledger = without_life_events_after(known.ledger, last_ended_before(as_of).last_day());
  const auto input = tally_from_ledger(ledger, known.campaign(), as_of);
  const auto verdicts = counting::judge_all(input);
  return counting::count_projects(input, verdicts, known.campaign().thresholds(), nullptr).finished_rate;
}

Result<std::optional<counting::Figures>> figures_before(ports::Store& store, const Known& known, Date as_of) {
  const auto dekad = last_ended_before(as_of);
  if (const auto* publication = known.find_publication(dekad)) {
    GUATU_TRY(auto figures, load_frozen_figures(store, *publication));
    return std::optional(std::move(figures));
  }
  if (dekad.last_day() < known.campaign().starts_on) return std::optional<counting::Figures>{};
  GUATU_TRY(auto numbers, numbers_on_day(store, known, dekad.last_day()));
  return std::optional(std::move(numbers.figures));
}

std::map<ProjectId, std::vector<planning::LightReading>> lights_on(const Known& known, Date as_of) {
  std::map<ProjectId, std::vector<planning::LightReading>> lights;
  for (const auto& history : known.ledger.projects) {
    if (!history.in_campaign_on(as_of)) continue;
    auto& row = lights[history.record.id];
    for (auto& part : plan_project(history, known.campaign(), as_of, std::nullopt).parts)
      row.push_back(std::move(part.light));
  }
  return lights;
}

reporting::BulletinInput make_input(const Known& known, const counting::TallyInput& tally,
                                    const BulletinSubject& subject, DayNumbers numbers) {
  return {known.campaign(),
          known.ledger,
          tally,
          subject.dekad,
          subject.as_of,
          subject.revision,
          subject.revision == 0,
          subject.reason,
          std::move(numbers.figures),
          std::move(numbers.leagues),
          std::move(numbers.carried),
          std::nullopt,
          std::nullopt,
          known.head.seq,
          known.head.digest,
          known.head.recorded_at,
          known.version->files_digest,
          lights_on(known, subject.as_of),
          known.version->bulletin_template,
          subject.marks};
}

}  // namespace

Result<reporting::BulletinInput> bulletin_input(ports::Store& store, const Known& known,
                                                const counting::TallyInput& tally, const BulletinSubject& subject) {
  GUATU_TRY(auto numbers, numbers_on_day(store, known, subject.as_of));
  auto input = make_input(known, tally, subject, std::move(numbers));
  GUATU_TRY(input.before, figures_before(store, known, subject.as_of));
  if (input.before) input.finished_rate_without_life_events = rate_without_life_events(known, subject.as_of);
  return input;
}

FrozenNumbers freeze(const Known& known, const DayNumbers& numbers) {
  const json::NumbersHead head{known.campaign().id, known.campaign().version, numbers.as_of, known.head.recorded_at,
                               known.head.seq};
  return {json::encode_figures(head, known.campaign().policy, numbers.figures, numbers.carried),
          json::encode_leagues(head, numbers.leagues)};
}

Result<PublishAnswer> publish(const Session& session, const PublishRequest& request, const RenderPapers& render) {
  GUATU_TRY(const auto known, load_newest(session));
  const auto name = format_dekad(request.dekad);
  const auto* current = known.find_dekad(request.dekad);
  const auto record = current == nullptr ? std::nullopt : std::optional(*current);
  auto objections = reporting::step_objections(record, reporting::DekadStep::Publish, request.reason);
  if (!objections.empty())
    return Error{ErrorKind::Refused,
                 {dekad_name_zh(request.dekad) + "不能通报", "dekad " + name + " cannot be published"},
                 name,
                 std::move(objections)};

  const auto as_of = request.dekad.last_day();
  const auto after = reporting::after_step(record, request.dekad, reporting::DekadStep::Publish);
  const auto tally = tally_from_ledger(known.ledger, known.campaign(), as_of);
  GUATU_TRY(const auto input,
            bulletin_input(session.store, known, tally,
                           {request.dekad, as_of, after.published_revisions, request.reason, request.marks}));
  GUATU_TRY(auto papers, render(input));

  PublishAnswer answer{{request.dekad,
                        after.published_revisions,
                        as_of,
                        known.head.seq,
                        known.head.digest,
                        known.version->files_digest,
                        {},
                        {},
                        request.reason,
                        {}},
                       {as_of, input.figures, input.leagues, input.carried},
                       known.head.seq};
  const auto frozen = freeze(known, answer.numbers);
  auto commit = session.begin_commit(known.campaign(), "publish", name, request.reason);
  const auto keep = [&commit](std::string bytes) {
    auto digest = ports::sm3_hex(bytes);
    commit.blobs.push_back({digest, std::move(bytes)});
    return digest;
  };
  answer.publication.figures = keep(frozen.figures);
  answer.publication.leagues = keep(frozen.leagues);
  for (auto& paper : papers)
    answer.publication.papers.push_back({paper.name, keep(std::move(paper.bytes))});
  if (request.dry_run) return answer;
  commit.records.push_back({std::string(json::kPublicationRecord),
                            json::publication_subject(request.dekad, after.published_revisions),
                            json::encode_publication(answer.publication)});
  commit.records.push_back({std::string(json::kDekadRecord), name, json::encode_dekad(after)});
  GUATU_TRY(const auto head, session.store.append(commit, known.head.seq));
  answer.seq = head.seq;
  return answer;
}

Result<std::vector<reporting::Paper>> load_papers(ports::Store& store, const reporting::Publication& publication) {
  std::vector<reporting::Paper> papers;
  for (const auto& paper : publication.papers) {
    GUATU_TRY(auto bytes, store.load_blob(paper.digest));
    if (ports::sm3_hex(bytes) != paper.digest)
      return make_error(ErrorKind::IntegrityBroken, paper.name, "存档的“" + paper.name + "”与其摘要不符",
                        "stored paper \"" + paper.name + "\" does not match its digest");
    papers.push_back({paper.name, std::move(bytes)});
  }
  return papers;
}

}  // namespace guatu::usecases
