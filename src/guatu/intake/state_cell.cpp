#include "guatu/intake/state_cell.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "guatu/base/text.hpp"
#include "guatu/intake/cell_spelling.hpp"
#include "guatu/intake/characters.hpp"
#include "guatu/intake/chinese_number.hpp"
#include "guatu/intake/date_reading.hpp"
#include "guatu/values/codes.hpp"

namespace guatu::intake {
namespace {

using ledger::ReportedPart;
using ledger::ReportedState;

constexpr std::size_t kLongestCell = 80;
constexpr std::size_t kLongestWord = 16;

enum class TokenKind { State, Plan, Day, Document, Noise };

struct Token {
  TokenKind kind = TokenKind::Noise;
  std::string text;
  StateWord word;
};

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, text) != words.end();
}

bool is_noise(std::string_view piece) {
  return is_one_of(piece, {"(",    ")",    "[",    "]",        ":",    ",",        ";",       "、",   "。",
                           ".",    "|",    "-",    "于",       "已于", "在",       "前",      "之前", "以前",
                           "时间", "日期", "文号", "批复文号", "证号", "办结时间", "批复时间"});
}

bool is_plan_word(std::string_view piece) {
  return is_one_of(piece, {"计划", "预计", "拟", "拟于", "力争", "争取", "确保", "计划办结", "预计办结", "拟办结",
                           "计划完成", "预计完成", "预计取得", "计划办结时间", "预计办结时间", "办结时限", "完成时限"});
}

/// One character is a word of its own only when it is a tick or a cross: 有 begins many names.
bool may_stand_inside(std::string_view piece, std::size_t characters) {
  return characters > 1 || is_one_of(piece, {"√", "✓", "✔", "☑", "✅", "●", "×", "✗", "✘", "☒"});
}

bool may_begin_date(std::string_view piece) {
  const std::string arabic = with_arabic_digits(piece);
  if (!arabic.empty() && arabic.front() >= '0' && arabic.front() <= '9') return true;
  return is_one_of(piece, {"月底", "月末", "本月底", "年底", "年内", "春节"});
}

/// Splits a cell into words, dates and numbers; every character has to belong to one.
class Tokenizer {
 public:
  Tokenizer(std::string_view key, const StateCellContext& context)
      : key_(key), context_(context), offsets_(character_offsets(key)), dead_(offsets_.size(), false) {}

  [[nodiscard]] std::optional<std::vector<Token>> run() {
    if (offsets_.size() > kLongestCell || !match_from(0)) return std::nullopt;
    std::ranges::reverse(tokens_);
    return std::move(tokens_);
  }

 private:
  bool match_from(std::size_t at) {
    if (at + 1 == offsets_.size()) return true;
    if (dead_[at]) return false;
    for (const bool words_only : {true, false}) {
      for (std::size_t end = offsets_.size() - 1; end > at; --end) {
        const auto token = words_only ? word_between(at, end) : value_between(at, end);
        if (!token || !match_from(end)) continue;
        tokens_.push_back(*token);
        return true;
      }
    }
    dead_[at] = true;
    return false;
  }

  [[nodiscard]] std::string_view piece(std::size_t at, std::size_t end) const {
    return key_.substr(offsets_[at], offsets_[end] - offsets_[at]);
  }

  [[nodiscard]] std::optional<Token> word_between(std::size_t at, std::size_t end) const {
    if (end - at > kLongestWord) return std::nullopt;
    const auto text = piece(at, end);
    if (is_noise(text)) return Token{TokenKind::Noise, {}, {}};
    if (is_plan_word(text)) return Token{TokenKind::Plan, {}, {}};
    if (!may_stand_inside(text, end - at)) return std::nullopt;
    if (const auto word = find_state_word(text, context_.form); word && !word->ambiguous)
      return Token{TokenKind::State, std::string(text), *word};
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Token> value_between(std::size_t at, std::size_t end) const {
    const auto text = piece(at, end);
    if (end - at <= kLongestWord && may_begin_date(text)) {
      const auto fault = read_date(text, {context_.report_day, DateUse::Fact, context_.calendar}).fault;
      if (fault != DateFault::NotADate && fault != DateFault::Blank)
        return Token{TokenKind::Day, std::string(text), {}};
    }
    if (looks_like_document_number(text)) return Token{TokenKind::Document, std::string(text), {}};
    return std::nullopt;
  }

  std::string_view key_;
  const StateCellContext& context_;
  std::vector<std::size_t> offsets_;
  std::vector<bool> dead_;
  std::vector<Token> tokens_;  ///< Backwards while matching.
};

struct DatedWord {
  StateWord word;
  std::optional<std::string> day;
};

/// What the tokens say, before dates are read.
struct Sentence {
  std::vector<DatedWord> words;
  std::optional<std::string> planned;
  std::optional<std::string> lone_day;
  std::string document;
  bool unclear = false;
};

Sentence parse(const std::vector<Token>& tokens) {
  Sentence sentence;
  bool plan_open = false;
  bool just_planned = false;
  bool promised = false;  // What the plan is for has been said.
  for (const auto& token : tokens) {
    switch (token.kind) {
      case TokenKind::Noise:
        just_planned = just_planned && !promised;
        continue;
      case TokenKind::Plan:
        plan_open = true;
        break;
      case TokenKind::Document:
        sentence.document = token.text;
        break;
      case TokenKind::Day:
        if (plan_open) {
          sentence.unclear = sentence.unclear || sentence.planned;
          sentence.planned = token.text;
          plan_open = promised = false;
          just_planned = true;
          continue;
        }
        if (!sentence.words.empty() && !sentence.words.back().day)
          sentence.words.back().day = token.text;
        else if (sentence.words.empty() && !sentence.lone_day)
          sentence.lone_day = token.text;
        else
          sentence.unclear = true;
        break;
      case TokenKind::State:
        // 计划办结 2023.1.20 and 预计1月20日前取得批复: the words belong to the plan. 已办结 never does.
        if (token.word.state == ReportedState::Finished && plan_open) break;
        if (token.word.state == ReportedState::Finished && just_planned && !token.text.starts_with("已")) {
          promised = true;
          continue;
        }
        sentence.words.push_back({token.word, std::exchange(sentence.lone_day, std::nullopt)});
        break;
    }
    just_planned = false;
  }
  sentence.unclear = sentence.unclear || plan_open;
  return sentence;
}

int step(ReportedState state) {
  switch (state) {
    case ReportedState::Preparing:
      return 1;
    case ReportedState::Submitted:
      return 2;
    case ReportedState::InReview:
      return 3;
    case ReportedState::ReportedToRegion:
      return 4;
    case ReportedState::HandedUp:
      return 5;
    case ReportedState::Finished:
      return 6;
    default:
      return 0;
  }
}

/// The one state of several words, or the furthest step of a way described step by step.
std::optional<StateWord> common_state(const std::vector<DatedWord>& words) {
  const auto same = [&](const DatedWord& other) { return other.word.state == words.front().word.state; };
  if (std::ranges::all_of(words, same)) return words.front().word;
  const auto on_the_way = [](const DatedWord& dated) { return step(*dated.word.state) > 0; };
  if (!std::ranges::all_of(words, on_the_way)) return std::nullopt;
  return std::ranges::max(words, {}, [](const DatedWord& dated) { return step(*dated.word.state); }).word;
}

std::string date_fault_code(DateFault fault) {
  switch (fault) {
    case DateFault::Ambiguous:
      return "ambiguous_date";
    case DateFault::NoDay:
      return "vague_date";
    default:
      return "bad_date";
  }
}

StateCell refused(std::string code) {
  return {{}, std::move(code), false};
}

/// Reads the day of one word into its field; the fault's code, or empty.
std::string read_word_date(StateCell& cell, const DatedWord& dated, const StateCellContext& context) {
  const auto reading = read_date(*dated.day, {context.report_day, DateUse::Fact, context.calendar});
  if (reading.fault != DateFault::None) return date_fault_code(reading.fault);
  const auto day = reading.day();
  if (!day) return "vague_date";
  if (set_state_date(cell.said, *dated.word.state, *day)) return {};
  if (*day > context.report_day)
    cell.said.planned = exact_day(*day);
  else
    cell.unused_date = true;
  return {};
}

StateCell interpret(const Sentence& sentence, const StateCellContext& context) {
  if (sentence.unclear) return refused("ambiguous_cell");
  StateCell cell;
  auto words = sentence.words;
  if (words.empty() && !sentence.document.empty())
    words.push_back({StateWord{ReportedState::Finished, {}, false}, sentence.lone_day});
  else if (sentence.lone_day)
    return refused("ambiguous_cell");
  if (!words.empty()) {
    const auto word = common_state(words);
    if (!word) return refused("ambiguous_cell");
    cell.said.state = word->state;
    cell.said.not_applicable_reason = word->reason;
  }
  for (const auto& dated : words) {
    if (!dated.day) continue;
    if (auto code = read_word_date(cell, dated, context); !code.empty()) return refused(std::move(code));
  }
  if (sentence.planned) {
    const auto reading = read_date(*sentence.planned, {context.report_day, DateUse::Plan, context.calendar});
    if (reading.fault != DateFault::None) return refused(date_fault_code(reading.fault));
    cell.said.planned = reading.date;
  }
  if (!sentence.document.empty()) cell.said.document_number = normalise_document_number(sentence.document);
  return cell;
}

}  // namespace

bool StateCell::says_nothing() const {
  return fault.empty() && !said.state && !said.planned && !said.submitted_on && !said.accepted_on &&
         !said.handed_up_on && !said.finished_on && said.document_number.empty();
}

bool set_state_date(ReportedPart& part, ReportedState state, Date day) {
  switch (state) {
    case ReportedState::Submitted:
      part.submitted_on = day;
      return true;
    case ReportedState::InReview:
      part.accepted_on = day;
      return true;
    case ReportedState::HandedUp:
    case ReportedState::ReportedToRegion:
      part.handed_up_on = day;
      return true;
    case ReportedState::Finished:
      part.finished_on = day;
      return true;
    default:
      return false;
  }
}

StateCell read_state_cell(std::string_view text, bool symbol_font, const StateCellContext& context) {
  if (const auto symbol = symbol_font ? find_symbol(trim(text)) : std::nullopt) {
    StateCell cell;
    cell.said.state = symbol;
    return cell;
  }
  const std::string key = match_key(text);
  if (key.empty() || key == "未填报" || key == "unknown") return {};
  if (const auto word = find_state_word(key, context.form)) {
    if (word->ambiguous) return refused("ambiguous_cell");
    StateCell cell;
    cell.said.state = word->state;
    cell.said.not_applicable_reason = word->reason;
    return cell;
  }
  const auto tokens = Tokenizer(key, context).run();
  return tokens ? interpret(parse(*tokens), context) : refused("unknown_state");
}

}  // namespace guatu::intake
