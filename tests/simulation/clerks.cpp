#include "tests/simulation/clerks.hpp"

#include <algorithm>

#include "tests/simulation/made_up_campaign.hpp"

namespace guatu::simulation {
namespace {

constexpr int kSubmitted = 3, kAccepted = 4, kHandedUp = 5, kFinished = 6;

bool is_upper(std::optional<Authority> authority) {
  return authority == Authority::State || authority == Authority::Region;
}

std::optional<Authority> draw_authority(Dice& dice) {
  const int drawn = dice.below(19);
  if (drawn < 2) return Authority::State;
  if (drawn < 6) return Authority::Region;
  if (drawn < 12) return Authority::City;
  return drawn < 18 ? std::optional(Authority::County) : std::nullopt;
}

template <typename T>
std::optional<T> maybe(Dice& dice, const std::optional<T>& value, int percent = 75) {
  return dice.percent(percent) ? value : std::nullopt;
}

Word word_at(int step) {
  constexpr Word kWords[]{Word::NotStarted, Word::NotStarted, Word::Preparing, Word::Submitted,
                          Word::InReview,   Word::HandedUp,   Word::Finished};
  return kWords[step];
}

void give_day(Line& line, int step, std::optional<Date> day) {
  auto& cell = step == kSubmitted
                   ? line.submitted
                   : (step == kAccepted ? line.accepted : (step == kHandedUp ? line.handed_up : line.finished));
  cell = day;
}

}  // namespace

PartStory::PartStory(Dice& dice, std::string kind, std::string part)
    : kind_(std::move(kind)),
      part_(std::move(part)),
      authority_(draw_authority(dice)),
      applies_(dice.percent(82)),
      only_at_region_(dice.percent(30)),
      at_(std::max(0, dice.below(6) - 1)) {}

Date PartStory::pick_day(Dice& dice, const Dekad& dekad) {
  const std::vector<Date> choices{dekad.first_day(), dekad.last_day(), dekad.first_day() + dice.below(8),
                                  dekad.first_day() - dice.between(1, 30)};
  last_ = std::max(last_, std::min(dice.pick(choices), dekad.last_day()));
  return last_;
}

void PartStory::step_forward(Dice& dice, const Dekad& dekad) {
  ++at_;
  if (at_ == kHandedUp && !is_upper(authority_)) ++at_;
  if (at_ < kSubmitted || !(dice.percent(75) || (at_ == kFinished && not_before_))) return;
  auto day = pick_day(dice, dekad);
  if (at_ == kFinished && not_before_) day = std::max(day, *not_before_);
  days_[at_] = day;
}

void PartStory::go_on(Dice& dice, const Dekad& dekad) {
  if (dice.percent(5)) applies_ = !applies_;
  if (!dice.percent(65) || at_ == kFinished) return;
  if (back_) return go_on_after_return(dice, dekad);
  if (at_ >= kSubmitted && dice.percent(18)) {
    back_ = dice.percent(50) ? Word::Corrected : Word::Rejected;
    return;
  }
  const bool may_finish = !not_before_ || *not_before_ <= dekad.last_day();
  for (int steps = dice.between(1, 2); steps > 0 && at_ < (may_finish ? kFinished : kAccepted); --steps)
    step_forward(dice, dekad);
}

void PartStory::go_on_after_return(Dice& dice, const Dekad& dekad) {
  back_.reset();
  last_ = std::max(last_, dekad.first_day());
  const int highest = at_ == kHandedUp ? kHandedUp : kAccepted;
  at_ = dice.between(kSubmitted, highest);
  for (int step = at_ + 1; step <= kHandedUp; ++step)
    days_.erase(step);
  if (at_ > kSubmitted) days_.erase(at_);
  if (dice.percent(60)) days_[at_] = pick_day(dice, dekad);
}

void PartStory::give_days(Dice& dice, Line& line) const {
  for (const auto& [step, day] : days_) {
    if (step > at_ || (back_ && step == kAccepted)) continue;
    if (step == kHandedUp && (line.state == Word::AtRegion || !is_upper(authority_))) continue;
    give_day(line, step, maybe(dice, std::optional(day)));
  }
  if (at_ != kFinished) return;
  // A completion that was taken back once is claimed again with its day, whoever asks.
  if (not_before_) line.finished = days_.at(kFinished);
  if (dice.percent(60)) line.number = "某批〔2023〕" + std::to_string(1 + dice.below(3)) + "号";
}

Line PartStory::write(Dice& dice, const Dekad& dekad) {
  go_on(dice, dekad);
  Line line{kind_, part_, {}, {}, maybe(dice, authority_, 90), {}, {}, {}, {}, {}, {}, {}};
  if (!applies_) {
    line.involved = false;
    if (dice.percent(30)) line.reason = "豁免";
    return line;
  }
  line.involved = true;
  if (dice.percent(30)) planned_ = dekad.first_day() + dice.between(-15, 40);
  line.planned = maybe(dice, planned_);
  if (back_) {
    line.state = maybe(dice, back_, 90);
  } else if (at_ > 0) {
    line.state = maybe(dice, std::optional(word_at(at_)), 90);
  }
  if (line.state == Word::HandedUp && authority_ == Authority::State && only_at_region_) line.state = Word::AtRegion;
  if (at_ == kHandedUp && !back_) line.authority = authority_;
  give_days(dice, line);
  return line;
}

std::optional<Line> PartStory::write_late(Dice& dice, const Dekad& dekad) const {
  if (!applies_ || !dice.percent(50)) return std::nullopt;
  Line line{kind_, part_, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  for (const auto& [step, day] : days_) {
    if (step > at_ || day > dekad.last_day() || (step == kHandedUp && !is_upper(authority_))) continue;
    if (!dice.percent(60)) continue;
    give_day(line, step, day);
    if (step == kHandedUp) line.authority = authority_;
    return line;
  }
  return std::nullopt;
}

void PartStory::take_back(Date effective) {
  at_ = std::min(at_, kAccepted);
  days_.erase(kFinished);
  not_before_ = effective + 1;
  back_.reset();
}

std::vector<Line> Site::write(Dice& dice, const Dekad& dekad) {
  std::vector<Line> lines;
  for (auto& part : parts) {
    auto line = part.write(dice, dekad);
    // Some kinds are left out: unknown at first, unchanged later.
    if (!line.part.empty() || dice.percent(85)) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<Line> Site::write_late(Dice& dice, const Dekad& dekad) const {
  std::vector<Line> lines;
  for (const auto& part : parts)
    if (auto line = part.write_late(dice, dekad)) lines.push_back(*std::move(line));
  return lines;
}

std::string make_name(Dice& dice) {
  static const std::vector<std::string> kSyllables{
      "风", "云", "山", "海", "松", "柏", "桥", "港", "灯", "塔", "砂", "岩", "麦", "稻", "铜", "铝", "光",
      "热", "仓", "站", "坊", "园", "圃", "渠", "闸", "坝", "楼", "馆", "舟", "车", "机", "电", "纸", "陶",
      "瓷", "棉", "麻", "糖", "盐", "茶", "酒", "玉", "珠", "鹿", "鹤", "雁", "鲤", "梅", "兰", "竹", "菊"};
  auto syllables = kSyllables;
  dice.shuffle(syllables);
  std::string name;
  for (std::size_t i = 0; i < 7; ++i)
    name += syllables[i];
  return name + "工程";
}

Site make_site(Dice& dice, int version) {
  Site site;
  site.name = make_name(dice);
  site.investment = std::int64_t{10'000} * dice.between(1, 90'000);
  if (dice.percent(40)) site.code = "2212-150402-04-01-" + std::to_string(dice.between(100'000, 999'999));
  for (const auto& kind : made_up_kinds()) {
    if (kind.since_version > version) continue;
    if (dice.percent(12)) {
      for (const auto* part : {"一标段", "二标段"})
        site.parts.emplace_back(dice, kind.code, part);
    } else {
      site.parts.emplace_back(dice, kind.code, "");
    }
  }
  return site;
}

}  // namespace guatu::simulation
