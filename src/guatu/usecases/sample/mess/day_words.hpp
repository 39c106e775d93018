#pragma once

#include <optional>

#include "guatu/usecases/sample/mess/hand.hpp"
#include "guatu/usecases/sample/mess/written.hpp"

/// How clerks write days. Source: domain 1.4.
namespace guatu::usecases::mess {

/// A day in a cell of its own, meant as `field`. Days far from the report are never written without their year.
[[nodiscard]] Written write_day(Date day, DayStyle style, const std::string& field, const Hand& hand);

/// A period that contains `day`, in words: 2023年1月, 1月底, 一季度, 春节前, …; its meaning is the last day.
[[nodiscard]] Written write_period(Date day, const std::string& field, const Hand& hand);

/// The same as text inside a sentence; `text` alone matters.
struct Phrase {
  std::string text;
  Date last;
  std::string spelling;
};
[[nodiscard]] Phrase day_phrase(Date day, const Hand& hand);
[[nodiscard]] Phrase period_phrase(Date day, const Hand& hand);

[[nodiscard]] std::string dotted(Date day);  ///< 2022.12.5

}  // namespace guatu::usecases::mess
