#include "guatu/json/truth_codec.hpp"

#include <boost/json.hpp>

#include "guatu/ledger/state_on_day.hpp"

namespace guatu::json {
namespace bj = boost::json;

struct TruthWriter::Body {
  bj::object document;
  bj::array dekads;
};

TruthWriter::TruthWriter(const campaign::Campaign& campaign, std::uint64_t seed)
    : campaign_(campaign), body_(std::make_unique<Body>()) {
  body_->document["synthetic"] = true;
  body_->document["campaign"] = campaign.id;
  body_->document["seed"] = seed;
}

TruthWriter::~TruthWriter() = default;

void TruthWriter::add_dekad(const Dekad& dekad, const std::vector<std::string>& files, const ledger::Ledger& known) {
  const auto day = dekad.last_day();
  bj::object entry{{"dekad", format_dekad(dekad)}};
  auto& names = entry["files"].emplace_array();
  for (const auto& file : files)
    names.emplace_back(file);
  auto& projects = entry["projects"].emplace_array();
  for (const auto& project : known.projects) {
    if (!project.in_campaign_on(day)) continue;
    bj::object states;
    bj::object finished;
    for (const auto& part : project.parts) {
      const auto state = ledger::state_on_day(part.facts, day, campaign_.policy.completion);
      states[part.kind.text()] = bj::string(state_name(state));
      if (state == ProcedureState::Finished && !part.facts.finished->assumed)
        finished[part.kind.text()] = format_iso(part.facts.finished->on);
    }
    bj::object value{
        {"code", project.record.code}, {"name", project.name_on(day)}, {"unit", project.responsible_on(day).text()}};
    value["states"] = std::move(states);
    value["finished_on"] = std::move(finished);
    projects.push_back(std::move(value));
  }
  body_->dekads.push_back(std::move(entry));
}

std::string TruthWriter::finish() const {
  auto document = body_->document;
  document["dekads"] = body_->dekads;
  return bj::serialize(document) + "\n";
}

}  // namespace guatu::json
