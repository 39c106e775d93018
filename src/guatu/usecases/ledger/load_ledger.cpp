#include "guatu/usecases/ledger/load_ledger.hpp"

#include <algorithm>
#include <unordered_map>

#include "guatu/usecases/ledger/kept_ledgers.hpp"
#include "guatu/usecases/ledger/load_publications.hpp"

namespace guatu::usecases {
namespace {

using Histories = std::vector<ledger::ProjectHistory>;
using ProjectIndex = std::unordered_map<std::string, std::size_t>;

Result<Histories> load_projects(ports::Store& store, Known& known) {
  GUATU_TRY(const auto records, store.load_newest(std::string(json::kProjectRecord), known.head.seq));
  Histories projects;
  projects.reserve(records.size());
  for (const auto& record : records) {
    GUATU_TRY(auto project, json::decode_project(record.body, known.vault));
    projects.push_back({std::move(project), {}, {}, record.seq});
  }
  std::ranges::sort(projects, ledger::stands_before, [](const auto& each) { return each.record.id; });
  return projects;
}

ProjectIndex index_of(const Histories& projects) {
  ProjectIndex index;
  for (std::size_t i = 0; i < projects.size(); ++i)
    index.emplace(projects[i].record.id.text(), i);
  return index;
}

Result<void> load_life(ports::Store& store, const Known& known, const ProjectIndex& index, Histories& projects) {
  GUATU_TRY(const auto records, store.load_history(std::string(json::kLifeRecord), known.head.seq, std::nullopt));
  for (const auto& record : records) {
    const auto found = index.find(record.subject);
    if (found == index.end()) return orphan(record.subject);
    GUATU_TRY(const auto event, json::decode_life_event(record.body));
    auto& life = projects[found->second].life;
    life = ledger::with_event(std::move(life), event);
  }
  return {};
}

Result<void> load_parts(ports::Store& store, const Known& known, const ProjectIndex& index, Histories& projects) {
  GUATU_TRY(const auto records, store.load_newest(std::string(json::kPartRecord), known.head.seq));
  for (const auto& record : records) {
    auto key = json::parse_part_subject(record.subject);
    const auto found = index.find(key.project.text());
    if (found == index.end()) return orphan(record.subject);
    GUATU_TRY(auto facts, json::decode_part(record.body, known.vault));
    projects[found->second].parts.push_back({std::move(key.kind), std::move(key.part), std::move(facts), record.seq});
  }
  for (auto& project : projects)
    sort_parts(project.parts, known.campaign());
  return {};
}

}  // namespace

Error orphan(const std::string& subject) {
  return make_error(ErrorKind::IntegrityBroken, subject, "台账记录 " + subject + " 所属项目不存在",
                    "record " + subject + " belongs to no project");
}

void sort_parts(std::vector<ledger::PartHistory>& parts, const campaign::Campaign& campaign) {
  const auto place_of = [&](const ledger::PartHistory& part) {
    const auto found = std::ranges::find(campaign.kinds, part.kind, &campaign::ProcedureKind::code);
    return std::pair(found - campaign.kinds.begin(), std::string_view(part.part));
  };
  std::ranges::sort(parts, {}, place_of);
}

Result<void> load_reports(ports::Store& store, Known& known) {
  const auto seq = known.head.seq;
  known.ledger.returns.clear();
  known.ledger.upper_problems.clear();
  known.ledger.disputes.clear();
  known.answers.clear();
  known.dekads.clear();
  known.publications.clear();
  GUATU_TRY(const auto returns, store.load_newest(std::string(json::kReturnRecord), seq));
  for (const auto& record : returns) {
    GUATU_TRY(auto stored, json::decode_return(record.body));
    known.ledger.returns.push_back(std::move(stored.received));
  }
  GUATU_TRY(const auto lists, store.load_newest(std::string(json::kUpperProblemsRecord), seq));
  for (const auto& record : lists) {
    GUATU_TRY(auto list, json::decode_upper_problems(record.body));
    known.ledger.upper_problems.push_back(std::move(list));
  }
  GUATU_TRY(const auto answers, store.load_newest(std::string(json::kAnswersRecord), seq));
  for (const auto& record : answers) {
    GUATU_TRY(known.answers[UnitCode{record.subject}], json::decode_answers(record.body));
  }
  GUATU_TRY(const auto disputes, store.load_newest(std::string(json::kDisputeRecord), seq));
  for (const auto& record : disputes) {
    GUATU_TRY(auto dispute, json::decode_dispute(record.body));
    known.ledger.disputes.push_back(std::move(dispute));
  }
  GUATU_TRY(const auto dekads, store.load_newest(std::string(json::kDekadRecord), seq));
  for (const auto& record : dekads) {
    GUATU_TRY(auto dekad, json::decode_dekad(record.body));
    known.dekads.push_back(dekad);
  }
  std::ranges::sort(known.dekads, {}, &reporting::DekadRecord::dekad);
  GUATU_TRY(auto publications, load_publications(store, seq));
  for (auto& kept : publications)
    known.publications.push_back(std::move(kept.publication));
  return {};
}

const reporting::DekadRecord* Known::find_dekad(const Dekad& dekad) const {
  const auto found = std::ranges::find(dekads, dekad, &reporting::DekadRecord::dekad);
  return found == dekads.end() ? nullptr : &*found;
}

const reporting::Publication* Known::find_publication(const Dekad& dekad) const {
  const reporting::Publication* newest = nullptr;
  for (const auto& publication : publications)
    if (publication.dekad == dekad && (newest == nullptr || publication.revision > newest->revision))
      newest = &publication;
  return newest;
}

std::optional<Date> Known::published_through() const {
  std::optional<Date> day;
  for (const auto& publication : publications)
    day = std::max(day.value_or(publication.dekad.last_day()), publication.dekad.last_day());
  return day;
}

Result<Known> load_known(ports::Store& store, const ports::CommitHead& head, ports::Entropy* entropy) {
  Known known;
  known.head = head;
  GUATU_TRY(auto version, load_campaign(store, head.seq));
  known.version = std::make_shared<const CampaignVersion>(std::move(version));
  GUATU_TRY(const auto personal, store.load_personal());
  known.vault = json::PersonalVault(personal, entropy);
  GUATU_TRY(const auto nothing, store.load_growth(head.seq + 1, head.seq));
  known.erased_personal = nothing.erased_personal;
  known.ledger.seq = head.seq;
  GUATU_TRY(auto projects, load_projects(store, known));
  const auto index = index_of(projects);
  GUATU_CHECK(load_life(store, known, index, projects));
  GUATU_CHECK(load_parts(store, known, index, projects));
  known.ledger.projects = std::move(projects);
  GUATU_CHECK(load_reports(store, known));
  return known;
}

Result<Known> load_newest(ports::Store& store) {
  GUATU_TRY(const auto head, store.find_head());
  return load_known(store, head);
}

Result<Known> load_newest(const Session& session) {
  GUATU_TRY(const auto head, session.store.find_head());
  if (session.ledgers == nullptr) return load_known(session.store, head, &session.entropy);
  GUATU_TRY(const auto kept, session.ledgers->load(session.store, head));
  auto known = *kept;
  known.vault.set_entropy(&session.entropy);
  return known;
}

}  // namespace guatu::usecases
