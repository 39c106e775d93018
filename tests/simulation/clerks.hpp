#pragma once

#include "tests/simulation/dice.hpp"
#include "tests/simulation/truth.hpp"

/// Clerks of units: how their projects go on, and what they write about them. What they write is not yet known to anybody.
namespace guatu::simulation {

/// One procedure part on its way from nothing to finished, with setbacks.
class PartStory {
 public:
  PartStory(Dice& dice, std::string kind, std::string part);

  /// What the clerk writes for the dekad; time has gone on since the last.
  [[nodiscard]] Line write(Dice& dice, const Dekad& dekad);
  /// Days of what was done by then, reported late; nothing else.
  [[nodiscard]] std::optional<Line> write_late(Dice& dice, const Dekad& dekad) const;
  /// The completion was taken back: it is in review again, and finished at the earliest on the day after.
  void take_back(Date effective);

  [[nodiscard]] const std::string& kind() const { return kind_; }
  [[nodiscard]] const std::string& part() const { return part_; }

 private:
  void go_on(Dice& dice, const Dekad& dekad);
  void go_on_after_return(Dice& dice, const Dekad& dekad);
  [[nodiscard]] Date pick_day(Dice& dice, const Dekad& dekad);
  void step_forward(Dice& dice, const Dekad& dekad);
  void give_days(Dice& dice, Line& line) const;

  std::string kind_, part_;
  std::optional<Authority> authority_;
  bool applies_ = true, only_at_region_ = false;
  int at_ = 0;  ///< 0 blank, 1 not started, 2 preparing, 3 submitted, 4 in review, 5 handed up, 6 finished.
  std::optional<Word> back_;
  std::map<int, Date> days_;  ///< By step.
  std::optional<Date> planned_, not_before_;
  Date last_ = Date::of(2022, 10, 1);
};

/// A project as its unit sees it. Its name and unit are the truth's.
struct Site {
  std::string id;  ///< Empty until the office knows it.
  std::string name, unit;
  std::string code;  ///< National project code; many have none.
  std::int64_t investment = 0;
  std::vector<PartStory> parts;

  [[nodiscard]] std::vector<Line> write(Dice& dice, const Dekad& dekad);
  [[nodiscard]] std::vector<Line> write_late(Dice& dice, const Dekad& dekad) const;
};

/// `version` of the campaign decides which kinds there are.
[[nodiscard]] Site make_site(Dice& dice, int version);
[[nodiscard]] std::string make_name(Dice& dice);

}  // namespace guatu::simulation
