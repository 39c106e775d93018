#include "guatu/usecases/ledger/match_export.hpp"

#include "tests/simulation/broken.hpp"
#include "tests/simulation/made_up_campaign.hpp"
#include "tests/simulation/world.hpp"

// A department's approval platform says what it knows; the office compares. No fact is touched by it.
namespace guatu::simulation {
namespace {

constexpr const char* kAdapter = R"(id = "platform"
name = "平台"
[columns]
project_code = ["项目代码"]
kind = ["事项"]
state = ["状态"]
finished = ["办结时间"]
[states]
finished = ["已办结"]
in_review = ["审批中"]
)";

/// What the platform says of a part: mostly what is so, where it has a word for it.
std::vector<std::string> platform_row(World& world, const Site& site, const PartStory& part, const Facts& facts) {
  const bool finished = state_on(facts, world.today(), kStarts) == ProcedureState::Finished;
  const bool says_finished = world.dice.percent(75) ? finished : !finished;
  std::string day;
  if (says_finished) day = format_iso(finished ? facts.finished->on : world.today() - world.dice.below(20));
  return {site.code, kind_name(part.kind()), says_finished ? "已办结" : "审批中", day};
}

std::vector<std::vector<std::string>> platform_rows(World& world) {
  std::vector<std::vector<std::string>> rows{{"项目代码", "事项", "状态", "办结时间"}};
  for (const auto& site : world.sites) {
    const auto* project = site.id.empty() || site.code.empty() ? nullptr : world.truth.find(site.id);
    if (project == nullptr) continue;
    for (const auto& part : site.parts) {
      if (!part.part().empty() || world.dice.percent(40)) continue;
      rows.push_back(platform_row(world, site, part, project->facts_of({part.kind(), ""}, world.truth.seq())));
    }
  }
  return rows;
}

}  // namespace

namespace steps {

void match_platform(World& world) {
  const auto rows = platform_rows(world);
  if (rows.size() == 1) return;
  const auto file =
      write_table("platform" + std::to_string(world.log.size()) + ".xlsx", "办件", rows, world.options.form);
  usecases::MatchRequest request{file.name,     file.bytes, sound(file.workbook), "platform.toml", kAdapter,
                                 world.today(), true};
  const auto found = usecases::match_export(world.session("office"), request);
  must_hold(found.has_value(), "what may be done is done", found ? "" : "match: " + found.error().message.en);
  const auto& differences = found->comparison;
  const bool news = !differences.opened.empty() || !differences.changed.empty() || !differences.closed.empty();
  request.dry_run = false;
  const auto match_now = [&]() -> Result<std::int64_t> {
    GUATU_TRY(const auto answer, usecases::match_export(world.session("office"), request));
    return answer.seq;
  };
  const auto nothing = [](std::int64_t) {};
  if (world.write("the platform's export " + file.name, news, match_now, nothing) && world.dice.percent(50))
    world.write("the same export once more", false, match_now, nothing);
}

}  // namespace steps
}  // namespace guatu::simulation
