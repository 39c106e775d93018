#include "guatu/reporting/headline.hpp"

#include <algorithm>
#include <string>

namespace guatu::reporting {
namespace {

std::string number(std::int64_t value) {
  return std::to_string(value);
}

Bilingual change_words(const counting::Rate& rate) {
  if (!rate.change) return {};
  if (*rate.change == "0") return {"，与上一旬持平", ", unchanged"};
  const bool up = rate.change->starts_with('+');
  const auto points = rate.change->substr(1);
  return {std::string("，较上一旬") + (up ? "提高" : "下降") + points + "个百分点",
          std::string(", ") + (up ? "up " : "down ") + points + " points"};
}

Bilingual finished_line(const counting::Figures& figures, Date as_of) {
  const auto& projects = figures.projects;
  const auto change = change_words(projects.finished_rate);
  return {"截至" + format_chinese(as_of) + "，" + number(projects.counted) + " 个项目中全部手续办结 " +
              number(projects.finished) + " 个，办结率 " + projects.finished_rate.text() + change.zh +
              "；本旬新增办结 " + number(projects.gained) + " 个",
          "As of " + format_english(as_of) + ", " + number(projects.finished) + " of " + number(projects.counted) +
              " projects have finished all procedures: " + projects.finished_rate.text() + change.en + "; " +
              number(projects.gained) + " gained this dekad"};
}

Bilingual target_line(const campaign::Campaign& campaign, const counting::TargetFigures& target, Date as_of) {
  const auto threshold = percent_text(shown_tenths(target.threshold, {}));
  const Bilingual head{
      target.name.zh + "（" + format_chinese(target.deadline) + "前 " + threshold + "）：现为 " + target.rate.text(),
      target.name.en + " (" + threshold + " by " + format_english(target.deadline) + "): " + target.rate.text()};
  const auto distance = distance_to(target, as_of);
  if (target.met.value_or(false)) return {head.zh + "，已达到", head.en + ", reached"};
  if (!target.rate.ratio.is_defined()) return {head.zh + "，暂无应统计的内容", head.en + ", nothing to count yet"};
  const auto things = counted_things(campaign, target);
  const Bilingual missing{number(distance.missing_projects) + " " + things.zh,
                          number(distance.missing_projects) + " " + things.en};
  if (distance.days_left < 0)
    return {head.zh + "，到期未达到，差 " + missing.zh, head.en + ", missed by " + missing.en};
  if (distance.dekads_left == 0)
    return {head.zh + "，还差 " + missing.zh + "，剩 " + number(distance.days_left) + " 天",
            head.en + ", " + missing.en + " to go, " + number(distance.days_left) + " days left"};
  return {head.zh + "，还差 " + missing.zh + "，剩 " + number(distance.days_left) + " 天（" +
              number(distance.dekads_left) + " 旬），每旬需完成 " + number(distance.needed_per_dekad) + " " + things.zh,
          head.en + ", " + missing.en + " to go, " + number(distance.days_left) + " days (" +
              number(distance.dekads_left) + " dekads) left, " + number(distance.needed_per_dekad) +
              " needed per dekad"};
}

Bilingual attention_line(const counting::Figures& figures) {
  const auto& procedures = figures.procedures;
  return {"需关注的手续：超期 " + number(procedures.overdue) + " 项，受上级前置制约 " + number(procedures.held_above) +
              " 项，已报未核 " + number(procedures.unverified) + " 项，未申报 " + number(procedures.not_submitted) +
              " 项，在办 " + number(procedures.in_work) + " 项",
          "Procedures to watch: " + number(procedures.overdue) + " overdue, " + number(procedures.held_above) +
              " held above, " + number(procedures.unverified) + " unverified, " + number(procedures.not_submitted) +
              " not submitted, " + number(procedures.in_work) + " in work"};
}

}  // namespace

DistanceToTarget distance_to(const counting::TargetFigures& target, Date as_of) {
  const auto& threshold = target.threshold;
  const auto& ratio = target.rate.ratio;
  DistanceToTarget distance;
  // The smallest count that reaches the threshold exactly: ⌈denominator · threshold⌉.
  const auto needed = (ratio.denominator * threshold.numerator + threshold.denominator - 1) / threshold.denominator;
  distance.missing_projects = std::max<std::int64_t>(0, needed - ratio.numerator);
  distance.days_left = target.deadline - as_of;
  for (auto dekad = dekad_of(as_of); dekad.last_day() <= target.deadline; dekad = dekad.next())
    if (dekad.last_day() > as_of) ++distance.dekads_left;
  distance.needed_per_dekad = distance.dekads_left == 0
                                  ? distance.missing_projects
                                  : (distance.missing_projects + distance.dekads_left - 1) / distance.dekads_left;
  return distance;
}

bool counts_projects(const campaign::Campaign& campaign, const counting::TargetFigures& target) {
  const auto known = std::ranges::find(campaign.targets, target.id, &campaign::Target::id);
  return known == campaign.targets.end() || known->measure == campaign::Measure::ProjectsFinished ||
         known->measure == campaign::Measure::ProjectsMeet;
}

Bilingual counted_things(const campaign::Campaign& campaign, const counting::TargetFigures& target) {
  return counts_projects(campaign, target) ? Bilingual{"个项目", "projects"} : Bilingual{"项手续", "procedures"};
}

std::vector<Bilingual> headline(const campaign::Campaign& campaign, const counting::Figures& figures, Date as_of) {
  std::vector<Bilingual> lines{{campaign.title.zh, campaign.title.en}, finished_line(figures, as_of)};
  for (const auto& target : figures.targets)
    lines.push_back(target_line(campaign, target, as_of));
  const auto& projects = figures.projects;
  lines.push_back({"达标（市县级办结、上级要件上报） " + number(projects.meets) + " 个，达标率 " +
                       projects.meets_rate.text() + "；手续办结率 " + figures.procedures.strict.text() + "（含不涉及 " +
                       figures.procedures.regional.text() + "）",
                   number(projects.meets) + " projects meet the targets (" + projects.meets_rate.text() +
                       "); procedures finished " + figures.procedures.strict.text() + " (" +
                       figures.procedures.regional.text() + " with not-applicable ones)"});
  lines.push_back(attention_line(figures));
  return lines;
}

}  // namespace guatu::reporting
