#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "guatu/campaign/authority.hpp"
#include "guatu/campaign/procedure_state.hpp"
#include "guatu/values/date.hpp"

/// What is true of one procedure part, by rules 2 alone. Written apart from the program's `ledger/`: what both shared,
/// neither could find wrong.
namespace guatu::simulation {

/// A state as a clerk writes it.
enum class Word {
  NotStarted,
  Preparing,
  Submitted,
  InReview,
  HandedUp,
  AtRegion,  ///< 已报自治区
  Corrected,
  Rejected,
  Finished,
  NotApplicable
};
[[nodiscard]] const char* word_text(Word word);

/// One line of 手续明细; what is absent is a blank cell.
struct Line {
  std::string kind, part;
  std::optional<bool> involved;
  std::string reason;  ///< 不涉及理由
  std::optional<Authority> authority;
  std::optional<Word> state;
  std::optional<Date> planned, submitted, accepted, handed_up, finished;
  std::string number;
};

/// "办结 planned 2022-12-20 finished 2022-12-03 某批〔2023〕1号", for reports.
[[nodiscard]] std::string line_text(const Line& line);

struct Dated {
  Date on;
  bool assumed = false;
};
struct ComeBack {
  Date on;
  Word word = Word::Corrected;
  std::optional<Date> answered;
};
struct HandUp {
  Date on;
  bool assumed = false;
  std::optional<Date> back;
};
struct TakenBack {
  Date effective;
  bool false_papers = false;
};

struct Facts {
  std::optional<Authority> authority;
  bool not_applicable = false;
  std::optional<Date> planned;
  std::optional<Dated> submitted;
  std::vector<Dated> accepted;
  std::vector<HandUp> handed_up;
  std::vector<ComeBack> returned;
  std::optional<Dated> finished;
  std::optional<TakenBack> revoked;
  std::optional<Date> preparing, not_started;
  std::string number;
};

[[nodiscard]] ProcedureState state_on(const Facts& facts, Date day, Date campaign_starts);
/// Finished, but without its day or its number: 已报未核.
[[nodiscard]] bool is_unverified(const Facts& facts, Date day, Date campaign_starts);
[[nodiscard]] bool is_overdue(const Facts& facts, Date day, Date campaign_starts);

/// The code of the message by which a line has to be refused; none when it may be taken.
[[nodiscard]] std::optional<std::string> fault_of(const Facts& before, const Line& line, Date last_day);
/// The facts after a line that may be taken.
[[nodiscard]] Facts after_line(const Facts& before, const Line& line, Date last_day, Date campaign_starts);

}  // namespace guatu::simulation
