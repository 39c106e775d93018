#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/cli/text_table.hpp"
#include "guatu/json/leagues_codec.hpp"
#include "guatu/usecases/ledger/explain_unit.hpp"

namespace guatu::cli {
namespace {

std::string names_of(const Shell& shell, const std::vector<UnitCode>& units, const campaign::Campaign& campaign) {
  std::string names;
  for (const auto& code : units) {
    const auto* unit = campaign.find_unit(code);
    if (!names.empty()) names += shell.pick({"、", ", "});
    names += unit == nullptr ? code.text() : unit->names.front().short_name;
  }
  return names;
}

std::string marks(const Shell& shell, const leagues::LeagueRow& row) {
  std::string text;
  const auto mark = [&](bool holds, const Bilingual& word) {
    if (holds) text += (text.empty() ? "" : shell.pick({"、", ", "})) + shell.pick(word);
  };
  mark(row.tied, {"并列", "tied"});
  mark(row.bottom, {"末位", "bottom"});
  mark(row.flagged, {"数量过少，仅供参考", "too few to judge"});
  mark(row.exempt, {"经批准不予约谈", "exempt"});
  return text;
}

std::string places_gained(const leagues::LeagueRow& row) {
  if (!row.rank_change) return "—";
  return (*row.rank_change > 0 ? "+" : "") + std::to_string(*row.rank_change);
}

void say_table(const Shell& shell, const leagues::LeagueTable& table, const campaign::Campaign& campaign) {
  shell.say(Bilingual{"【" + table.name.zh + "】" + table.rule.zh, "[" + table.name.en + "] " + table.rule.en});
  const bool meets = table.measure == "meets";
  std::vector<std::vector<std::string>> rows{
      {shell.pick({"位次", "place"}), shell.pick({"单位", "unit"}),
       shell.pick(meets ? Bilingual{"达标率", "rate"} : Bilingual{"办结率", "rate"}),
       shell.pick(table.measure == "strict" ? Bilingual{"办结/涉及手续", "of procedures"}
                  : meets                   ? Bilingual{"达标/统计项目", "of projects"}
                                            : Bilingual{"办结/统计项目", "of projects"}),
       shell.pick({"较上旬（百分点）", "points"}), shell.pick({"位次变化", "places"}), ""}};
  for (const auto& row : table.rows)
    rows.push_back({std::to_string(row.rank), row.name, row.rate.text(),
                    std::to_string(row.rate.ratio.numerator) + "/" + std::to_string(row.rate.ratio.denominator),
                    row.rate.change.value_or("—"), places_gained(row), marks(shell, row)});
  using enum ColumnSide;
  for (const auto& line : text_table(rows, {Right, Left, Right, Right, Right, Right, Left}))
    shell.say(line);
  if (!table.unranked.empty())
    shell.say(shell.pick({"  没有统计对象、不参加排名：", "  nothing to count, unranked: "}) +
              names_of(shell, table.unranked, campaign));
  if (!table.candidates.empty())
    shell.say(
        shell.pick({"  约谈建议对象（须经人核定）：", "  candidates for a summons, to be confirmed by a person: "}) +
        names_of(shell, table.candidates, campaign));
}

void say_explanation(const Shell& shell, const std::vector<leagues::ExplainRow>& rows,
                     const campaign::Campaign& campaign) {
  for (const auto& row : rows) {
    std::string line = row.counts ? (row.done ? "  ✓ " : "  ✗ ") : "  – ";
    line += row.project.text() + " " + row.name;
    if (row.kind) {
      const auto* kind = campaign.find_kind(*row.kind);
      line += " " + (kind == nullptr ? row.kind->text() : shell.pick(kind->name)) +
              (row.part.empty() ? "" : "/" + row.part);
    }
    for (const auto& blocker : row.blockers) {
      const auto* kind = campaign.find_kind(blocker.kind);
      line +=
          "；" + (kind == nullptr ? blocker.kind.text() : shell.pick(kind->name)) + " " + shell.pick(blocker.reason);
    }
    shell.say(line);
  }
}

int explain(const Shell& shell, const Arguments& arguments, const NumbersRequest& request,
            const leagues::Leagues& leagues) {
  const UnitCode unit{arguments.text("--explain")};
  const auto explanation =
      usecases::explain_unit(request.known, request.as_of, leagues, unit, arguments.text("--league"));
  if (!explanation) return shell.fail(explanation.error());
  const auto& rule = *explanation->rule;
  if (shell.json()) shell.document(json::encode_explanation(unit, rule.id, explanation->also, explanation->rows));
  shell.say(Bilingual{rule.name.zh + "：" + unit.text() + "（✓ 计入分子，✗ 仅计入分母，– 不计）",
                      rule.name.en + ": " + unit.text() + " (✓ numerator, ✗ denominator only, – not counted)"});
  say_explanation(shell, explanation->rows, request.known.campaign());
  return kDone;
}

int run_leagues(const Shell& shell, const Arguments& arguments) {
  const auto request = load_numbers_request(shell, arguments);
  if (!request) return shell.fail(request.error());
  const auto& campaign = request->known.campaign();
  const auto numbers = usecases::numbers_on_day(*request->store, request->known, request->as_of);
  if (!numbers) return shell.fail(numbers.error());
  if (arguments.has("--explain")) return explain(shell, arguments, *request, numbers->leagues);
  if (shell.json()) {
    shell.document(json::encode_leagues(
        {campaign.id, campaign.version, request->as_of, request->known_at, request->known.head.seq}, numbers->leagues));
    return kDone;
  }
  const auto day = request->as_of;
  shell.say(
      Bilingual{"截至" + format_chinese(day) + (numbers->leagues.assessment ? "（考核节点）" : "") + "的排名",
                "Rankings as of " + format_english(day) + (numbers->leagues.assessment ? ", an assessment cut" : "")});
  for (const auto& table : numbers->leagues.leagues)
    say_table(shell, table, campaign);
  return kDone;
}

}  // namespace

Command leagues_command() {
  return {"leagues",
          {"各考核序列排名", "the rankings of a day"},
          {as_of_option(true),
           known_at_option(),
           {"--explain", "UNIT", {"列出某单位分子分母对应的每一行", "the rows behind one unit's rate"}},
           {"--league", "LEAGUE", {"指定考核序列（单位在多个序列时）", "which league, when the unit is in several"}}},
          {},
          run_leagues};
}

}  // namespace guatu::cli
