#include "guatu/usecases/ledger/load_ledger.hpp"

#include <algorithm>
#include <unordered_map>

#include "guatu/usecases/ledger/load_publications.hpp"

namespace guatu::usecases {
namespace {

using ProjectIndex = std::unordered_map<std::string, std::size_t>;

Error orphan(const std::string& subject) {
  return make_error(ErrorKind::IntegrityBroken, subject, "台账记录 " + subject + " 所属项目不存在",
                    "record " + subject + " belongs to no project");
}

Result<ProjectIndex> load_projects(ports::Store& store, Known& known) {
  GUATU_TRY(const auto records, store.load_newest(std::string(json::kProjectRecord), known.head.seq));
  auto& projects = known.ledger.projects;
  projects.reserve(records.size());
  for (const auto& record : records) {
    GUATU_TRY(auto project, json::decode_project(record.body, known.vault));
    projects.push_back({std::move(project), {}, {}});
  }
  // P9999 before P10000.
  std::ranges::sort(projects, [](const auto& a, const auto& b) {
    const auto& left = a.record.id.text();
    const auto& right = b.record.id.text();
    return left.size() != right.size() ? left.size() < right.size() : left < right;
  });
  ProjectIndex index;
  for (std::size_t i = 0; i < projects.size(); ++i)
    index.emplace(projects[i].record.id.text(), i);
  return index;
}

Result<void> load_life(ports::Store& store, Known& known, const ProjectIndex& index) {
  GUATU_TRY(const auto records, store.load_history(std::string(json::kLifeRecord), known.head.seq, std::nullopt));
  for (const auto& record : records) {
    const auto found = index.find(record.subject);
    if (found == index.end()) return orphan(record.subject);
    GUATU_TRY(const auto event, json::decode_life_event(record.body));
    auto& life = known.ledger.projects[found->second].life;
    life = ledger::with_event(std::move(life), event);
  }
  return {};
}

Result<void> load_parts(ports::Store& store, Known& known, const ProjectIndex& index) {
  std::unordered_map<std::string, std::size_t> order;
  for (std::size_t i = 0; i < known.campaign().kinds.size(); ++i)
    order.emplace(known.campaign().kinds[i].code.text(), i);
  GUATU_TRY(const auto records, store.load_newest(std::string(json::kPartRecord), known.head.seq));
  for (const auto& record : records) {
    auto key = json::parse_part_subject(record.subject);
    const auto found = index.find(key.project.text());
    if (found == index.end()) return orphan(record.subject);
    GUATU_TRY(auto facts, json::decode_part(record.body, known.vault));
    known.ledger.projects[found->second].parts.push_back({std::move(key.kind), std::move(key.part), std::move(facts)});
  }
  const auto position = [&](const ledger::PartHistory& part) {
    const auto found = order.find(part.kind.text());
    return found == order.end() ? order.size() : found->second;
  };
  for (auto& project : known.ledger.projects)
    std::ranges::stable_sort(project.parts, [&](const auto& a, const auto& b) {
      const auto pa = position(a);
      const auto pb = position(b);
      return pa != pb ? pa < pb : a.part < b.part;
    });
  return {};
}

Result<void> load_reports(ports::Store& store, Known& known) {
  const auto seq = known.head.seq;
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

}  // namespace

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
  GUATU_TRY(known.version, load_campaign(store, head.seq));
  GUATU_TRY(const auto personal, store.load_personal());
  known.vault = json::PersonalVault(personal, entropy);
  known.ledger.seq = head.seq;
  GUATU_TRY(const auto index, load_projects(store, known));
  GUATU_CHECK(load_life(store, known, index));
  GUATU_CHECK(load_parts(store, known, index));
  GUATU_CHECK(load_reports(store, known));
  return known;
}

Result<Known> load_newest(ports::Store& store, ports::Entropy* entropy) {
  GUATU_TRY(const auto head, store.find_head());
  return load_known(store, head, entropy);
}

}  // namespace guatu::usecases
