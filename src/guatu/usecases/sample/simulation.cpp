#include "guatu/usecases/sample/simulation.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "guatu/usecases/sample/random_source.hpp"

namespace guatu::usecases {
namespace {

using campaign::Campaign;
using campaign::Capacity;
using ledger::DatedFact;
using ledger::PartFacts;
using ledger::ProjectHistory;

const std::vector<std::string> kPlaces{"东山", "西河", "南梁", "北沟", "青松", "白杨", "红石", "黑水", "金泉",
                                       "银湖", "玉龙", "长岭", "安康", "太平", "新华", "建设", "永兴", "万合",
                                       "双井", "三道", "四方", "五福", "六合", "七星", "八里", "九曲"};
const std::vector<std::string> kWorks{
    "肉牛养殖基地", "风力发电",       "光伏治沙",       "城区供热管网", "污水处理厂",     "农产品加工", "冷链物流园",
    "二级公路改造", "中心医院门诊楼", "职业学校实训楼", "生物发酵",     "装备制造产业园", "铜加工",     "旅游度假区",
    "水库除险加固", "高标准农田",     "数据中心",       "抽水蓄能",     "建材循环利用",   "热电联产"};
const std::vector<std::string> kEndings{"建设项目", "扩建工程", "一期工程", "改造项目", "示范项目"};
const std::vector<std::string> kFields{"现代农业", "能源",     "基础设施", "社会事业",
                                       "工业",     "文旅康养", "数字经济", "节能环保"};

/// Luhn-like check of GB/T 40058 (ISO/IEC 7064 MOD 11,10) over 19 digits.
char check_digit(const std::string& digits) {
  int p = 10;
  for (const char c : digits) {
    int s = (p + (c - '0')) % 10;
    if (s == 0) s = 10;
    p = 2 * s % 11;
  }
  return static_cast<char>('0' + (11 - p) % 10);
}

class Simulator {
 public:
  Simulator(const Campaign& campaign, std::uint64_t seed) : campaign_(campaign), random_(seed) {
    for (const auto& unit : campaign.units) {
      if (unit.has(Capacity::District)) districts_.push_back(unit.code);
      if (unit.has(Capacity::Sponsor)) sponsors_.push_back(unit.code);
      speed_[unit.code.text()] = random_.between(60, 170);
    }
  }

  Simulation run(int projects) {
    for (int i = 0; i < projects; ++i)
      add_project(i, projects);
    add_life_events();
    add_missed_returns();
    return std::move(simulation_);
  }

 private:
  Date working(Date day) const { return campaign_.calendar.working_day_on_or_after(day); }

  std::string fresh_name() {
    for (;;) {
      auto name = random_.one_of(kPlaces) + random_.one_of(kWorks) + random_.one_of(kEndings) + "（虚构）";
      if (names_.insert(name).second) return name;
    }
  }

  std::string project_code(const UnitCode& district) {
    const auto* unit = campaign_.find_unit(district);
    auto region = unit != nullptr && unit->region_code ? *unit->region_code : std::string{};
    if (region.size() != 6 || region.find_first_not_of("0123456789") != std::string::npos) region = "000000";
    const auto serial = std::to_string(10000 + serial_++);
    auto digits = "22" + std::string(random_.chance(50) ? "09" : "10") + region + "04" + "01" + serial;
    digits += check_digit(digits);
    return digits.substr(0, 4) + "-" + digits.substr(4, 6) + "-" + digits.substr(10, 2) + "-" + digits.substr(12, 2) +
           "-" + digits.substr(14, 6);
  }

  /// Districts come in falling size, a quarter of the projects belong to departments.
  UnitCode responsible(int i) {
    if (!sponsors_.empty() && i % 4 == 3)
      return sponsors_[static_cast<std::size_t>(random_.below(static_cast<int>(sponsors_.size())))];
    const auto count = static_cast<int>(districts_.size());
    return districts_[static_cast<std::size_t>(std::min(random_.below(count), random_.below(count + 2)) % count)];
  }

  void add_project(int i, int projects) {
    ProjectHistory history;
    auto& record = history.record;
    record.id = ledger::next_project_id(simulation_.truth.projects);
    record.responsible = responsible(i);
    const auto* unit = campaign_.find_unit(record.responsible);
    record.districts = {unit->has(Capacity::District) ? record.responsible : random_.one_of(districts_)};
    if (!sponsors_.empty())
      record.industry_department = unit->has(Capacity::Sponsor) && !unit->has(Capacity::District)
                                       ? record.responsible
                                       : random_.one_of(sponsors_);
    record.name = fresh_name();
    if (random_.chance(80)) record.code = project_code(record.districts.front());
    record.owner = "样例建设有限公司" + std::to_string(i + 1);
    record.field = random_.one_of(kFields);
    record.track = random_.chance(25) ? Track::Approval : (random_.chance(10) ? Track::Sanction : Track::Filing);
    record.total_investment = Amount{random_.between(50, 3000) * 1'000'000LL};
    record.year_plan = Amount{record.total_investment->yuan * random_.between(20, 80) / 100};
    record.contact = "样例联系人" + std::to_string(i + 1);
    record.phone = "0000-" + std::to_string(1000000 + i);
    // The last few are added in the course of the campaign.
    const bool added = i >= projects - projects / 60;
    const auto joined = added ? campaign_.starts_on + random_.between(30, 60) : campaign_.starts_on;
    history.life = {{ledger::LifeAction::Join, joined, "", "", {}, {}, {}, true}};
    add_parts(history);
    simulation_.truth.projects.push_back(std::move(history));
  }

  std::vector<std::size_t> order(std::optional<Track> track) const {
    std::vector<std::size_t> order;
    std::vector<bool> placed(campaign_.kinds.size(), false);
    while (order.size() < campaign_.kinds.size()) {
      const auto before = order.size();
      for (std::size_t k = 0; k < campaign_.kinds.size(); ++k) {
        const bool ready = std::ranges::all_of(campaign_.kinds[k].predecessors, [&](const auto& edge) {
          if (!edge.tracks.empty() && std::ranges::find(edge.tracks, *track) == edge.tracks.end()) return true;
          const auto found = std::ranges::find(campaign_.kinds, edge.kind, &campaign::ProcedureKind::code);
          return found == campaign_.kinds.end() || placed[static_cast<std::size_t>(found - campaign_.kinds.begin())];
        });
        if (placed[k] || !ready) continue;
        placed[k] = true;
        order.push_back(k);
      }
      if (order.size() == before) break;
    }
    return order;
  }

  void add_parts(ProjectHistory& history) {
    std::vector<std::optional<Date>> done(campaign_.kinds.size());
    std::vector<std::optional<PartFacts>> facts(campaign_.kinds.size());
    const auto begin = campaign_.starts_on + random_.between(-70, 45);
    for (const auto k : order(history.record.track)) {
      const auto& kind = campaign_.kinds[k];
      auto ready = begin;
      for (const auto& edge : kind.predecessors) {
        const auto before =
            std::ranges::find(campaign_.kinds, edge.kind, &campaign::ProcedureKind::code) - campaign_.kinds.begin();
        if (done[static_cast<std::size_t>(before)]) ready = std::max(ready, *done[static_cast<std::size_t>(before)]);
      }
      facts[k] = part(kind, history.record.responsible, ready, done[k]);
    }
    for (std::size_t k = 0; k < facts.size(); ++k)
      if (facts[k]) history.parts.push_back({campaign_.kinds[k].code, {}, *facts[k]});
  }

  Authority authority() {
    const int draw = random_.below(100);
    if (draw < 55) return Authority::County;
    if (draw < 88) return Authority::City;
    return draw < 98 ? Authority::Region : Authority::State;
  }

  /// One procedure from 正在组卷 to 办结; `done` is its last day, far away when it never ends in time.
  PartFacts part(const campaign::ProcedureKind& kind, const UnitCode& unit, Date ready, std::optional<Date>& done) {
    PartFacts facts;
    if (!kind.not_applicable_hints.empty() && random_.chance(45)) {
      facts.not_applicable = ledger::NotApplicable{
          campaign_.starts_on,
          random_.chance(75) ? ledger::NotApplicableReason::NotInvolved : ledger::NotApplicableReason::Exempt,
          {},
          {}};
      return facts;
    }
    const int pace = speed_.at(unit.text());
    const auto paced = [pace](int days) { return std::max(1, days * pace / 100); };
    const auto& variant = kind.variants[static_cast<std::size_t>(
        random_.below(static_cast<int>(std::min<std::size_t>(kind.variants.size(), 2))))];
    facts.authority = authority();
    facts.responsible_person = "样例责任人";
    // Some cells stay empty until the work begins.
    if (random_.chance(90)) facts.not_started = DatedFact{campaign_.starts_on, true};
    const auto preparing = working(ready + paced(random_.between(1, 6)));
    facts.preparing = DatedFact{preparing, true};
    facts.submitted = DatedFact{working(preparing + paced(random_.between(2, 9))), false};
    auto accepted = working(facts.submitted->on + random_.between(1, 3));
    facts.accepted = {{accepted, false}};
    if (random_.chance(6)) {
      const auto returned = working(accepted + random_.between(2, 6));
      facts.setbacks = {
          {{returned, true}, random_.chance(80) ? ledger::SetbackKind::Correction : ledger::SetbackKind::Rejection}};
      accepted = working(returned + paced(random_.between(4, 14)));
      facts.accepted.push_back({accepted, false});
    }
    const int days = std::max(1, variant.legal_limit.days * random_.between(20, 75) / 100);
    auto finished = working(accepted + paced(days));
    if (decides_above_city(facts.authority)) {
      facts.handed_up = DatedFact{finished, false};
      finished = working(finished + random_.between(20, 70));
    }
    facts.planned = exact_day(working(facts.submitted->on + variant.legal_limit.days + random_.between(-4, 12)));
    if (random_.chance(3)) facts.planned.reset();
    facts.baseline = facts.planned;
    facts.finished = DatedFact{finished, random_.chance(3)};
    if (!random_.chance(3))
      facts.document_number = "样审字〔" + std::to_string(finished.year()) + "〕" + std::to_string(++serial_) + "号";
    done = finished;
    return facts;
  }

  void record_event(ProjectHistory& project, ledger::LifeEvent event) {
    event.approval = "样例批示〔2023〕" + std::to_string(simulation_.life_events.size() + 1) + "号";
    project.life = ledger::with_event(std::move(project.life), event);
    simulation_.life_events.emplace_back(project.record.id, event);
  }

  /// A few projects with a code are suspended, resumed, withdrawn, moved and renamed on days of the campaign.
  void add_life_events() {
    std::vector<std::size_t> coded;
    for (std::size_t i = 0; i < simulation_.truth.projects.size(); ++i) {
      const auto& project = simulation_.truth.projects[i];
      if (!project.record.code.empty() && project.life.front().on == campaign_.starts_on) coded.push_back(i);
    }
    const auto pick = [&](std::size_t nth) -> ProjectHistory* {
      return coded.size() > 12 * (nth + 1) ? &simulation_.truth.projects[coded[12 * (nth + 1)]] : nullptr;
    };
    using ledger::LifeAction;
    if (auto* p = pick(0))
      record_event(*p, {LifeAction::Suspend, campaign_.starts_on + 33, "资金未落实", "", {}, {}, {}, false});
    if (auto* p = pick(0))
      record_event(*p, {LifeAction::Resume, campaign_.starts_on + 68, "资金已落实", "", {}, {}, {}, false});
    if (auto* p = pick(1))
      record_event(*p, {LifeAction::Withdraw, campaign_.starts_on + 44, "建设条件变化", "", {}, {}, {}, false});
    if (auto* p = pick(2))
      record_event(*p, {LifeAction::Rename,
                        campaign_.starts_on + 50,
                        "以批复名称为准",
                        "",
                        {},
                        {},
                        p->record.name + "（重新命名）",
                        false});
    if (auto* p = pick(3); p != nullptr && districts_.size() > 1) {
      const auto& to = p->record.responsible == districts_.front() ? districts_[1] : districts_.front();
      record_event(*p, {LifeAction::Move, campaign_.starts_on + 57, "属地管理调整", "", to, {}, {}, false});
    }
    std::ranges::stable_sort(simulation_.life_events, {}, [](const auto& entry) { return entry.second.on; });
  }

  /// The slowest district misses one return in four, others now and then.
  void add_missed_returns() {
    for (auto dekad = campaign_.first_dekad; dekad.last_day() <= campaign_.ends_on; dekad = dekad.next())
      for (const auto& unit : campaign_.units) {
        const bool first = dekad == campaign_.first_dekad;
        if (!first && random_.chance(speed_.at(unit.code.text()) > 150 ? 25 : 2))
          simulation_.missed.push_back({unit.code, dekad});
      }
  }

  const Campaign& campaign_;
  RandomSource random_;
  Simulation simulation_;
  std::vector<UnitCode> districts_, sponsors_;
  std::map<std::string, int> speed_;  ///< Percent of the usual time that the unit takes.
  std::set<std::string> names_;
  int serial_ = 0;
};

void forget_after(std::optional<DatedFact>& fact, Date day) {
  if (fact && fact->on > day) fact.reset();
}

}  // namespace

Simulation simulate(const Campaign& campaign, int projects, std::uint64_t seed) {
  return Simulator(campaign, seed).run(projects);
}

PartFacts known_by(const PartFacts& facts, Date day) {
  auto known = facts;
  forget_after(known.not_started, day);
  forget_after(known.preparing, day);
  forget_after(known.submitted, day);
  forget_after(known.handed_up, day);
  forget_after(known.finished, day);
  std::erase_if(known.accepted, [day](const DatedFact& fact) { return fact.on > day; });
  std::erase_if(known.setbacks, [day](const ledger::Setback& setback) { return setback.fact.on > day; });
  if (!known.finished) known.document_number.clear();
  return known;
}

ledger::Ledger known_by(const ledger::Ledger& truth, Date day) {
  auto known = truth;
  std::erase_if(known.projects, [day](const ProjectHistory& project) { return project.life.front().on > day; });
  for (auto& project : known.projects)
    for (auto& part : project.parts)
      part.facts = known_by(part.facts, day);
  return known;
}

}  // namespace guatu::usecases
