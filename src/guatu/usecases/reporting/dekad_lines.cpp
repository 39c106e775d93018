#include "guatu/usecases/reporting/dekad_lines.hpp"

#include <algorithm>
#include <set>

#include "guatu/usecases/ledger/load_publications.hpp"

namespace guatu::usecases {
namespace {

std::vector<UnitCode> responsible_units(const Known& known, Date day) {
  std::set<UnitCode> units;
  for (const auto& project : known.ledger.projects)
    if (project.in_campaign_on(day)) units.insert(project.responsible_on(day));
  return {units.begin(), units.end()};
}

Error missing_commit(std::int64_t seq) {
  const auto number = std::to_string(seq);
  return make_error(ErrorKind::IntegrityBroken, number, "台账缺少第 " + number + " 号记录",
                    "commit " + number + " is missing");
}

}  // namespace

std::vector<json::DekadLine> dekad_lines(const Known& known) {
  std::vector<json::DekadLine> lines;
  for (const auto& record : known.dekads) {
    const auto day = record.dekad.last_day();
    json::DekadLine line{record, responsible_units(known, day), {}, {}};
    for (const auto& received : known.ledger.returns)
      if (received.dekad == record.dekad) line.reported.push_back(received);
    std::ranges::sort(line.reported, {}, &ledger::ReturnReceived::unit);
    line.carried = ledger::carried_units(known.ledger, day, known.campaign().first_dekad);
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<std::vector<json::PublicationLine>> load_publication_lines(ports::Store& store, std::int64_t seq,
                                                                  const PaperSize& size_of) {
  GUATU_TRY(auto kept, load_publications(store, seq));
  std::vector<json::PublicationLine> lines;
  for (auto& each : kept) {
    GUATU_TRY(auto commits, store.load_commits(each.seq, each.seq));
    if (commits.empty()) return missing_commit(each.seq);
    json::PublicationLine line{std::move(each.publication), std::move(commits.front()), {}};
    for (const auto& paper : line.publication.papers) {
      GUATU_TRY(const auto size, size_of(store, paper.digest));
      line.sizes.push_back(size);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace guatu::usecases
