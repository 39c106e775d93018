#include "guatu/usecases/sample/sample_files.hpp"

#include <algorithm>

#include "guatu/json/truth_codec.hpp"
#include "guatu/reporting/form_model.hpp"
#include "guatu/usecases/sample/mess/messy_return.hpp"

namespace guatu::usecases {
namespace {

using ledger::LifeEvent;
using ledger::ProjectHistory;

bool has_projects(const ledger::Ledger& known, const UnitCode& unit, Date day) {
  return std::ranges::any_of(known.projects, [&](const ProjectHistory& project) {
    return project.in_campaign_on(day) && project.responsible_on(day) == unit;
  });
}

const ProjectHistory& find_project(const Simulation& simulation, const ProjectId& id) {
  return *std::ranges::find(simulation.truth.projects, id,
                            [](const ProjectHistory& history) -> const ProjectId& { return history.record.id; });
}

/// What --to of `project` is given: a unit, or the project that takes another one in.
std::string event_target(const Simulation& simulation, const LifeEvent& event) {
  if (event.action == ledger::LifeAction::Merge) return find_project(simulation, event.to_project).record.code;
  return event.to_unit.text();
}

std::string life_csv(const Simulation& simulation, json::TruthWriter& truth) {
  std::string csv = "action,project,on,reason,approval,to,name\n";
  for (const auto& [id, event] : simulation.life_events) {
    const auto& project = find_project(simulation, id);
    const auto to = event_target(simulation, event);
    truth.add_life_event(project, event, to);
    csv += std::string(life_action_name(event.action)) + "," + project.record.code + "," + format_iso(event.on) + "," +
           event.reason + "," + event.approval + "," + to + "," + event.name + "\n";
  }
  return csv;
}

}  // namespace

Result<SampleSummary> write_sample(const campaign::Campaign& campaign, const Simulation& simulation, std::uint64_t seed,
                                   mess::Level level, const SampleOutput& output) {
  SampleSummary summary{static_cast<int>(simulation.truth.projects.size()), 0};
  json::TruthWriter truth(campaign, seed);
  for (auto dekad = campaign.first_dekad; dekad.last_day() <= campaign.ends_on; dekad = dekad.next()) {
    const auto day = dekad.last_day();
    const auto known = known_by(simulation, day);
    std::vector<std::string> files;
    std::vector<UnitCode> missed;
    for (const auto& unit : campaign.units) {
      if (!has_projects(known, unit.code, day)) continue;
      if (simulation.is_missed(unit.code, dekad)) {
        missed.push_back(unit.code);
        continue;
      }
      const auto path = format_dekad(dekad) + "/" + unit.code.text();
      if (level == mess::Level::Clean) {
        GUATU_TRY(const auto bytes, output.render(reporting::table2_form({campaign, &known, unit.code, dekad})));
        files.push_back(path + ".xlsx");
        GUATU_CHECK(output.keep(files.back(), bytes));
      } else {
        auto messy = mess::write_return({campaign, known, unit.code, dekad, level, seed});
        files.push_back(path + (messy.workbook.as_text ? ".csv" : ".xlsx"));
        messy.truth.file = files.back();
        truth.add_return(messy.truth);
        GUATU_TRY(const auto bytes, output.render_raw(messy.workbook));
        GUATU_CHECK(output.keep(files.back(), bytes));
      }
      ++summary.workbooks;
    }
    truth.add_dekad(dekad, files, missed, known);
  }
  GUATU_CHECK(output.keep("life.csv", life_csv(simulation, truth)));
  GUATU_CHECK(output.keep("truth.json", truth.finish()));
  return summary;
}

}  // namespace guatu::usecases
