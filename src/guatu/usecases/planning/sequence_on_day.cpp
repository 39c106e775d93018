#include "guatu/usecases/planning/sequence_on_day.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "guatu/planning/order/dispatch.hpp"
#include "guatu/planning/order/validator.hpp"

namespace guatu::usecases {
namespace {

using planning::order::Day;
using planning::order::kUnplanned;
using planning::order::Plan;
using planning::order::Problem;
using planning::order::Windows;

/// From day numbers back to dates and names.
class Teller {
 public:
  Teller(const OpenWork& work, const Problem& problem, const Windows& windows, const Plan& plan,
         const campaign::Campaign& campaign, Date as_of)
      : work_(work), problem_(problem), windows_(windows), plan_(plan), campaign_(campaign), as_of_(as_of) {}

  [[nodiscard]] std::vector<json::SequenceOrderDocument> orders() const {
    std::vector<std::vector<std::uint32_t>> cases(problem_.departments());
    for (std::uint32_t i = 0; i < problem_.procedures(); ++i)
      if (open_case(i).listed) cases[problem_.department[i]].push_back(i);
    std::vector<json::SequenceOrderDocument> orders;
    for (std::uint32_t department = 0; department < problem_.departments(); ++department) {
      if (cases[department].empty()) continue;
      std::ranges::stable_sort(cases[department], {}, [&](std::uint32_t i) { return rank(i); });
      const auto& unit = work_.departments[department];
      json::SequenceOrderDocument order{unit.line.text(), unit.district.text(), problem_.desks[department], {}};
      for (const auto i : cases[department])
        order.items.push_back(item(i));
      orders.push_back(std::move(order));
    }
    return orders;
  }

  [[nodiscard]] std::vector<json::HopelessDocument> hopeless() const {
    std::vector<json::HopelessDocument> all;
    for (std::uint32_t project = 0; project < problem_.projects(); ++project)
      if (const auto breaking = find_breaking(problem_, windows_, windows_.latest_first, project))
        all.push_back({work_.projects[project]->record.id.text(), kind_code(*breaking)});
    return all;
  }

 private:
  [[nodiscard]] const OpenCase& open_case(std::uint32_t i) const {
    return work_.cases[problem_.project_of[i]][problem_.given_as[i]];
  }
  [[nodiscard]] std::string kind_code(std::uint32_t i) const { return campaign_.kinds[open_case(i).kind].code.text(); }
  [[nodiscard]] const Bilingual& kind_name(std::uint32_t i) const { return campaign_.kinds[open_case(i).kind].name; }
  [[nodiscard]] Date date(Day day) const { return campaign_.calendar.add_working_days(as_of_, day + 1); }

  /// Planned ones by their start, then what is left by what could be in time for the first date.
  [[nodiscard]] std::pair<Day, Day> rank(std::uint32_t i) const {
    const Day start = plan_.start[i] == kUnplanned ? problem_.second_days : plan_.start[i];
    return {start, windows_.latest_first[i]};
  }

  [[nodiscard]] Day end_of_project(std::uint32_t project) const {
    const auto own = problem_.of_project(project);
    Day end = 0;
    for (auto i = own.begin; i < own.end; ++i)
      end = std::max(end, plan_.start[i] + problem_.length(i));
    return end;
  }

  [[nodiscard]] json::SequenceItemDocument item(std::uint32_t i) const {
    json::SequenceItemDocument item;
    item.project = work_.projects[problem_.project_of[i]]->record.id.text();
    item.kind = kind_code(i);
    item.part = open_case(i).part;
    if (plan_.start[i] != kUnplanned) {
      item.start = date(plan_.start[i]);
      item.finish = date(plan_.start[i] + problem_.length(i) - 1);
    }
    const auto reason = reason_of(i);
    item.reason = reason.zh;
    item.reason_en = reason.en;
    return item;
  }

  [[nodiscard]] Bilingual reason_of(std::uint32_t i) const {
    const auto project = problem_.project_of[i];
    const auto first = format_iso(work_.first_on), second = format_iso(work_.second_on);
    if (plan_.start[i] == kUnplanned) {
      if (const auto breaking = find_breaking(problem_, windows_, windows_.latest_second, project))
        return {
            "窗口全空也赶不上 " + second + "（卡在" + kind_name(*breaking).zh + "），排在最后",
            "cannot meet " + second + " even with every desk free (" + kind_name(*breaking).en + "), so it comes last"};
      return {"窗口排满，预计到 " + second + " 难以办结，排在最后",
              "desks are full; not expected to be finished by " + second + ", so it comes last"};
    }
    const Day end = end_of_project(project);
    const auto done = format_iso(date(end - 1));
    if (end <= problem_.first_days) {
      const auto latest = format_iso(date(windows_.latest_first[i]));
      const std::string started_zh = open_case(i).started ? "已受理在办，接着办；" : "";
      const std::string started_en = open_case(i).started ? "in review already; " : "";
      return {started_zh + "最迟 " + latest + " 开办，否则项目赶不上 " + first + "；按此次序项目 " + done + " 办结",
              started_en + "must start by " + latest + " or the project misses " + first +
                  "; in this order it is finished on " + done};
    }
    if (const auto breaking = find_breaking(problem_, windows_, windows_.latest_first, project))
      return {"窗口全空也赶不上 " + first + "（卡在" + kind_name(*breaking).zh + "），让其他项目先办；项目 " + done +
                  " 办结",
              "cannot meet " + first + " even with every desk free (" + kind_name(*breaking).en +
                  "), so others go first; finished on " + done};
    return {"先办它会使更多项目赶不上 " + first + "，排在后面；项目 " + done + " 办结",
            "going first it would make more projects miss " + first + "; finished on " + done};
  }

  const OpenWork& work_;
  const Problem& problem_;
  const Windows& windows_;
  const Plan& plan_;
  const campaign::Campaign& campaign_;
  Date as_of_;
};

std::string gap_text(std::uint32_t bound, std::uint32_t finished) {
  return bound == 0 ? "0.0%" : fmt::format("{:.1f}%", 100.0 * (bound - finished) / bound);
}

}  // namespace

Result<json::SequenceDocument> sequence_on_day(const ledger::Ledger& ledger, const campaign::Campaign& campaign,
                                               const SequenceWish& wish, const planning::order::Together& together,
                                               const std::function<bool(const planning::order::Progress&)>& go_on) {
  const auto work = open_work(ledger, campaign, wish.as_of, {});
  if (work.second_on <= wish.as_of)
    return make_error(ErrorKind::Refused, format_iso(wish.as_of),
                      "最后的目标日期 " + format_iso(work.second_on) + " 已过，没有可排的次序；请用更早的 --as-of",
                      "the last date, " + format_iso(work.second_on) +
                          ", is over and there is nothing to order; give an earlier --as-of");
  GUATU_TRY(const auto problem, make_problem(work.input));
  const auto windows = make_windows(problem);
  const auto bound = make_bound(problem, windows, windows.latest_first, problem.first_days, {}, together);
  const auto found =
      search(problem, windows, bound, {.seed = wish.seed, .iterations = wish.iterations}, together, go_on);
  // Nothing leaves that does not keep the rules, or claims more than it reaches.
  const auto verdict = validate(problem, found.plan);
  GUATU_REQUIRE(verdict.faults.empty() && verdict.finished == found.finished);

  json::SequenceDocument document;
  const auto most = static_cast<std::uint32_t>(std::floor(bound.value + 1e-6));
  document.first = {work.first_on, found.finished.first, most, gap_text(most, found.finished.first)};
  document.second = {work.second_on, found.finished.second, std::nullopt, {}};
  const Teller teller(work, problem, windows, found.plan, campaign, wish.as_of);
  document.hopeless = teller.hopeless();
  document.order = teller.orders();
  for (const auto rule : planning::order::kRules) {
    const auto reached = count_finished(problem, dispatch(problem, windows, rule));
    const auto words = planning::order::rule_words(rule);
    document.baselines.push_back(
        {std::string(planning::order::rule_name(rule)), words.zh, words.en, reached.first, reached.second});
  }
  document.seed = wish.seed;
  document.iterations = found.iterations;
  document.seconds = wish.seconds;
  return document;
}

}  // namespace guatu::usecases
