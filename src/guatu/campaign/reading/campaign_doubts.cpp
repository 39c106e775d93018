#include <algorithm>

#include "guatu/campaign/reading/file_readers.hpp"

/// What loads and is doubtful. Source: rules 4 ("dates that clash load with a warning that names both clauses"), rules 6.
namespace guatu::campaign {
namespace {

class Doubts {
 public:
  void add(const Place& place, std::string zh, std::string en) {
    found_.push_back({place, {std::move(zh), std::move(en)}});
  }

  std::vector<CampaignWarning> in_order() && {
    std::ranges::stable_sort(found_, {}, &Doubt::place);
    std::vector<CampaignWarning> warnings;
    for (auto& doubt : found_)
      warnings.push_back({doubt.place.text(), std::move(doubt.text)});
    return warnings;
  }

 private:
  struct Doubt {
    Place place;
    Bilingual text;
  };
  std::vector<Doubt> found_;
};

/// With date and clause: “清零总结阶段”止于 2023-03-30（Plan 4.3）
Bilingual dated(const Bilingual& what, Date day, const std::string& clause) {
  const auto iso = format_iso(day);
  return {what.zh + " " + iso + (clause.empty() ? "" : "（" + clause + "）"),
          what.en + " " + iso + (clause.empty() ? "" : " (" + clause + ")")};
}

Bilingual quoted(const char* zh, const Bilingual& name, const char* en) {
  return {"“" + name.zh + "”" + zh, "\"" + name.en + "\" " + en};
}

void doubt_stages(const Campaign& campaign, const Places& places, Doubts& doubts) {
  for (std::size_t i = 1; i < campaign.stages.size(); ++i) {
    const auto& before = campaign.stages[i - 1];
    const auto& stage = campaign.stages[i];
    const auto ends = dated(quoted("止于", before.name, "ends"), before.last, before.clause);
    const auto begins = dated(quoted("始于", stage.name, "begins"), stage.first, stage.clause);
    const auto& place = places.of("stage first", stage.id);
    if (stage.first <= before.last)
      doubts.add(place, "两个阶段有重叠：" + ends.zh + "，" + begins.zh + "；两个日期都保留",
                 "two stages overlap: " + ends.en + ", " + begins.en + "; both dates are kept");
    if (stage.first > before.last + 1)
      doubts.add(place, "两个阶段之间有空档：" + ends.zh + "，" + begins.zh,
                 "days between two stages belong to none: " + ends.en + ", " + begins.en);
  }
}

void doubt_deadlines(const Campaign& campaign, const Places& places, Doubts& doubts) {
  if (campaign.stages.empty()) return;
  const auto& last = *std::ranges::max_element(campaign.stages, {}, &Stage::last);
  for (const auto& target : campaign.targets) {
    if (target.deadline <= last.last) continue;
    const auto due = dated(quoted("截止", target.name, "is due"), target.deadline, target.clause);
    const auto ends = dated(quoted("止于", last.name, "ends"), last.last, last.clause);
    doubts.add(places.of("target deadline", target.id),
               "目标晚于最后一个阶段：" + due.zh + "，" + ends.zh + "；两个日期都保留",
               "a target is due after the last stage: " + due.en + ", " + ends.en + "; both dates are kept");
  }
}

/// Dates before the campaign begins or after it ends.
void doubt_span(const Campaign& campaign, const Places& places, Doubts& doubts) {
  const auto check = [&](const Place& place, const Bilingual& what, Date day) {
    if (campaign.starts_on <= day && day <= campaign.ends_on) return;
    const auto span = format_iso(campaign.starts_on) + "…" + format_iso(campaign.ends_on);
    doubts.add(place, what.zh + " " + format_iso(day) + " 不在行动起止日期 " + span + " 之内",
               what.en + " " + format_iso(day) + " lies outside the campaign " + span);
  };
  for (const auto& stage : campaign.stages) {
    check(places.of("stage first", stage.id), quoted("始于", stage.name, "begins"), stage.first);
    check(places.of("stage last", stage.id), quoted("止于", stage.name, "ends"), stage.last);
  }
  for (const auto& target : campaign.targets)
    check(places.of("target deadline", target.id), quoted("截止", target.name, "is due"), target.deadline);
  for (const auto& due : campaign.due_dates)
    check(places.of("due on", due.id), quoted("定于", due.name, "is due"), due.on);
  for (const auto cut : campaign.assessment_cuts)
    check(places.of("campaign", "assessment_cuts"), {"考核节点", "the assessment cut"}, cut);
}

/// "该日休息，顺延到 2023-01-03"
Bilingual day_off_words(const Campaign& campaign, Date day) {
  const auto moved = " " + format_iso(shifted(day, campaign.policy.due_shift, campaign.calendar));
  switch (campaign.policy.due_shift) {
    case ShiftPolicy::Keep:
      return {"该日休息，日期不变（due_shift = keep）", "a day off; the date stays (due_shift = keep)"};
    case ShiftPolicy::Preceding:
      return {"该日休息，提前到" + moved, "a day off; brought forward to" + moved};
    case ShiftPolicy::Following:
      return {"该日休息，顺延到" + moved, "a day off; put off to" + moved};
  }
  return {};
}

void doubt_due_days(const Campaign& campaign, const Places& places, Doubts& doubts) {
  const auto check = [&](const Place& place, const Bilingual& due, Date day) {
    if (campaign.calendar.is_working(day)) return;
    const auto off = day_off_words(campaign, day);
    doubts.add(place, due.zh + "，" + off.zh, due.en + ", " + off.en);
  };
  for (const auto& due : campaign.due_dates)
    check(places.of("due on", due.id), dated(quoted("定于", due.name, "is due"), due.on, due.clause), due.on);
  for (auto dekad = campaign.first_dekad; dekad.last_day() <= campaign.ends_on; dekad = dekad.next()) {
    const auto day = dekad.last_day();
    const Bilingual due{dekad_name_zh(dekad) + "的任务表定于", "the return of " + dekad_name_en(dekad) + " is due"};
    check(places.of("campaign", "first_dekad"), dated(due, day, ""), day);
  }
}

void doubt_years(const Campaign& campaign, Doubts& doubts) {
  for (int year = campaign.starts_on.year(); year <= campaign.ends_on.year(); ++year) {
    if (campaign.calendar.covers(year)) continue;
    const auto text = std::to_string(year);
    doubts.add(
        {"calendar.toml", 0},
        "没有 " + text + " 年的放假安排，暂只按周末推算；请补入 calendar.toml 并把 " + text + " 写进 covered_years",
        "no holiday notice for " + text + ", only weekends are off; add its days and write " + text +
            " into covered_years");
  }
}

void doubt_kinds(const Campaign& campaign, const Places& places, Doubts& doubts) {
  for (const auto& kind : campaign.kinds) {
    const auto* line = campaign.find_unit(kind.line);
    if (line != nullptr && !line->has(Capacity::Approver))
      doubts.add(
          places.of("kind line", kind.code.text()),
          "“" + kind.name.zh + "”的对口部门 " + kind.line.text() + " 不是审批部门（approver），不参加审批部门排名",
          "the line department " + kind.line.text() + " of \"" + kind.name.en +
              "\" is no approver and will not be ranked");
    for (const auto& variant : kind.variants) {
      if (!variant.unverified) continue;
      const auto unit = variant.legal_limit.unit == DayUnit::WorkingDay ? Bilingual{" 个工作日", " working days"}
                                                                        : Bilingual{" 日", " calendar days"};
      const auto days = std::to_string(variant.legal_limit.days);
      doubts.add(
          places.of("variant", kind.code.text() + " " + variant.code.text()),
          "法定时限未经核对：" + kind.name.zh + "（" + variant.name.zh + "）" + days + unit.zh + "，" + variant.source,
          "legal limit not checked against its source: " + kind.name.en + " (" + variant.name.en + ") " + days +
              unit.en + ", " + variant.source);
    }
  }
}

/// Nobody is named on a day that no bulletin closes.
void doubt_cuts(const Campaign& campaign, const Places& places, Doubts& doubts) {
  for (const auto cut : campaign.assessment_cuts) {
    const auto dekad = dekad_of(cut);
    if (dekad.last_day() == cut || cut < campaign.starts_on || campaign.ends_on < cut) continue;
    doubts.add(places.of("campaign", "assessment_cuts"),
               "考核节点 " + format_iso(cut) + " 不是一旬的最后一日（" + dekad_name_zh(dekad) + "止于 " +
                   format_iso(dekad.last_day()) + "），没有通报恰好截至该日",
               "the assessment cut " + format_iso(cut) + " is not the last day of its dekad, " + dekad_name_en(dekad) +
                   "; no bulletin closes on it");
  }
}

void doubt_units(const Campaign& campaign, const Places& places, Doubts& doubts) {
  std::map<std::string, std::string> owner_of_region;
  bool has_office = false;
  for (const auto& unit : campaign.units) {
    const auto& code = unit.code.text();
    has_office = has_office || unit.has(Capacity::Office);
    if (unit.capacities.empty())
      doubts.add(places.of("unit capacities", code), "单位 " + code + " 的 capacities 为空，任何地方都不会出现",
                 "the unit " + code + " has no capacity and will appear nowhere");
    if (!unit.region_code) continue;
    const auto [owner, added] = owner_of_region.emplace(*unit.region_code, code);
    if (!added)
      doubts.add(places.of("unit region_code", code),
                 "行政区划代码 " + *unit.region_code + " 已用于 " + owner->second + "，又用于 " + code,
                 "the region code " + *unit.region_code + " of " + code + " is already that of " + owner->second);
  }
  if (!has_office)
    doubts.add({"units.toml", 0}, "没有一个单位的 capacities 含 office（指挥部办公室）",
               "no unit has the capacity office (the headquarters office)");
}

/// More places at the bottom than there are units.
void doubt_leagues(const Campaign& campaign, const Places& places, Doubts& doubts) {
  for (const auto& league : campaign.leagues) {
    const auto ranked = league.only.empty()
                            ? std::ranges::count_if(campaign.units, [&](const Unit& u) { return u.has(league.ranked); })
                            : static_cast<std::ptrdiff_t>(league.only.size());
    if (league.bottom <= ranked) continue;
    const auto bottom = std::to_string(league.bottom);
    const auto all = std::to_string(ranked);
    doubts.add(places.of("league bottom", league.id),
               "“" + league.name.zh + "”只有 " + all + " 个单位，却取后 " + bottom + " 名",
               "\"" + league.name.en + "\" ranks " + all + " units and names the last " + bottom);
  }
}

void doubt_posts(const Campaign& campaign, const Places& places, Doubts& doubts) {
  for (const auto& post : campaign.roster)
    if (post.person.empty())
      doubts.add(places.of("post person", post.code), post.role + "（" + post.title + "）待定",
                 "the post " + post.code + " is vacant");
}

}  // namespace

std::vector<CampaignWarning> find_doubts(const Campaign& campaign, const Places& places) {
  Doubts doubts;
  doubt_stages(campaign, places, doubts);
  doubt_deadlines(campaign, places, doubts);
  doubt_span(campaign, places, doubts);
  doubt_due_days(campaign, places, doubts);
  doubt_years(campaign, doubts);
  doubt_kinds(campaign, places, doubts);
  doubt_cuts(campaign, places, doubts);
  doubt_units(campaign, places, doubts);
  doubt_leagues(campaign, places, doubts);
  doubt_posts(campaign, places, doubts);
  return std::move(doubts).in_order();
}

}  // namespace guatu::campaign
