#include "guatu/intake/part_reading.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/intake/authority_reading.hpp"
#include "guatu/intake/cell_spelling.hpp"
#include "guatu/intake/characters.hpp"
#include "guatu/intake/date_reading.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/intake/state_cell.hpp"
#include "guatu/values/codes.hpp"

namespace guatu::intake {
namespace {

using ledger::ReportedField;
using ledger::ReportedPart;
using ledger::ReportedState;

bool is_blank_word(std::string_view key) {
  return key.empty() || is_dash(key) || key == "无";
}

/// 不涉及 over a whole block stands in whichever column comes first.
bool is_not_applicable_word(std::string_view key) {
  return key != "无" && find_reason_word(key).has_value();
}

/// Of 林地不涉及，草地办结 what is said of one kind; the whole text where its pieces do not each name a kind of the column.
std::string text_for_kind(const std::string& text, const std::vector<KindCode>& kinds, const KindCode& kind,
                          const campaign::Campaign& campaign) {
  std::string own;
  for (const auto& piece : split_any(text, "，,；;。\n")) {
    const auto named = find_leading_kind(piece, campaign);
    if (!named || std::ranges::find(kinds, named->kind) == kinds.end()) return text;
    if (named->kind == kind) own += (own.empty() ? "" : "，") + named->rest;
  }
  return own;
}

class PartReader {
 public:
  PartReader(const ReadingContext& context, std::uint32_t row, const KindCode& kind) : context_(context), row_(row) {
    reading_.part.kind = kind;
  }

  [[nodiscard]] std::optional<PartReading> read(const std::vector<const Column*>& columns) {
    for (const Column* column : columns)
      read_column(*column);
    for (const auto& [said, place] : state_cells_)
      merge_state_cell(reading_, said, place, Severity::Error);
    place_sent_date();
    // Beside 否 the dashes that fill a block say nothing; a dash that stands for the state is asked about.
    if (part().involved != false)
      for (const auto& place : dashes_)
        say("ambiguous_cell", place);
    if (!says_something(part()) && reading_.part.part.empty() && reading_.messages.empty()) return std::nullopt;
    return std::move(reading_);
  }

 private:
  ReportedPart& part() { return reading_.part.reported; }

  void say(std::string_view code, const Place& place) { reading_.messages.push_back(make_message(code, place)); }

  void read_column(const Column& column) {
    const Cell* cell = context_.grid.find_shown(row_, column.index);
    // Under a range merged across, the first column has spoken already.
    if (cell == nullptr || cell->column != column.index) return;
    if (cell->row < context_.first_row && column.field != Field::Part) return;
    Place place = context_.grid.place(row_, column.index, column.header);
    if (column.kinds.size() > 1 && column.field == Field::State)
      place.value = text_for_kind(place.value, column.kinds, reading_.part.kind, context_.campaign);
    if (cell->kind == CellKind::Empty) return cell->formula ? say("formula_error:no_value", place) : void();
    if (reading_.part.row.cell.empty()) reading_.part.row = place;
    if (is_formula_error(context_.grid.sheet(), *cell)) return say("formula_error", place);
    const std::string key = match_key(place.value);
    if (key.empty()) return;
    if (is_merged_across(*cell) && (is_dash(key) || find_reason_word(key))) return read_state(*cell, place);
    if (column.field != Field::State && column.field != Field::Involved && column.field != Field::Reason &&
        is_not_applicable_word(key))
      return read_state(*cell, place);
    read_field(column.field, *cell, place, key);
  }

  /// One cell over several columns speaks for the whole procedure, whichever column comes first.
  [[nodiscard]] bool is_merged_across(const Cell& cell) const {
    return context_.grid.find_own(row_, cell.column + 1U) == nullptr &&
           context_.grid.find_shown(row_, cell.column + 1U) == &cell;
  }

  void read_field(Field field, const Cell& cell, const Place& place, const std::string& key) {
    switch (field) {
      case Field::Part:
        reading_.part.part = is_blank_word(key) ? "" : normalise(place.value);
        break;
      case Field::State:
        read_state(cell, place);
        break;
      case Field::FinishedAnswer:
        read_finished_answer(cell, place, key);
        break;
      case Field::Involved:
        read_involved(place, key);
        break;
      case Field::Reason:
        read_reason(place, key);
        break;
      case Field::AuthorityLevel:
        read_level(place);
        break;
      case Field::Submitted:
        read_fact(part().submitted_on, ReportedField::Submitted, cell, place);
        break;
      case Field::Accepted:
        read_fact(part().accepted_on, ReportedField::Accepted, cell, place);
        break;
      case Field::HandedUp:
        read_fact(part().handed_up_on, ReportedField::HandedUp, cell, place);
        break;
      case Field::Finished:
        read_fact(part().finished_on, ReportedField::Finished, cell, place);
        break;
      case Field::Sent:
        read_sent(cell, place);
        break;
      case Field::Planned:
        read_planned(cell, place);
        break;
      case Field::FinishedAssumed:
        part().finished_day_assumed = key == "true";
        break;
      case Field::DocumentNumber:
        read_document_number(place, key);
        break;
      case Field::VariantWord:
        read_variant(place, key);
        break;
      case Field::Approver:
        read_text(part().approver, ReportedField::Approver, place, key);
        break;
      case Field::Person:
        read_text(part().responsible_person, ReportedField::Person, place, key);
        break;
      case Field::PartNote:
        read_text(part().note, ReportedField::Note, place, key);
        break;
      default:
        break;
    }
  }

  void read_text(std::string& target, ReportedField field, const Place& place, const std::string& key) {
    if (is_blank_word(key)) return;
    target = trim(place.value);
    reading_.part.places[field] = place;
  }

  void read_state(const Cell& cell, const Place& place) {
    if (is_dash(match_key(place.value))) return dashes_.push_back(place);
    auto reading = read_state_cell(place.value, cell.symbol_font,
                                   {context_.campaign.form, context_.report_day, &context_.campaign.calendar});
    if (!reading.fault.empty()) return say(reading.fault, place);
    if (reading.unused_date) say("unused_date", place);
    if (!reading.says_nothing()) state_cells_.emplace_back(std::move(reading.said), place);
  }

  void read_finished_answer(const Cell& cell, const Place& place, const std::string& key) {
    const auto state = find_finished_answer(key);
    if (!state) return read_state(cell, place);
    ReportedPart said;
    said.state = state;
    state_cells_.emplace_back(std::move(said), place);
  }

  void read_involved(const Place& place, const std::string& key) {
    const auto answer = read_involvement(key);
    if (answer.involvement == Involvement::Ambiguous || answer.involvement == Involvement::Unknown)
      return say("ambiguous_cell", place);
    part().involved = answer.involvement == Involvement::Yes;
    if (answer.reason && !part().not_applicable_reason) part().not_applicable_reason = answer.reason;
    reading_.part.places[ReportedField::Involved] = place;
  }

  void read_reason(const Place& place, const std::string& key) {
    if (is_dash(key)) return;
    const auto reason = find_reason_word(key);
    if (!reason) return say("unknown_reason", place);
    part().not_applicable_reason = reason;
    reading_.part.places[ReportedField::NotApplicableReason] = place;
  }

  void read_level(const Place& place) {
    const auto level = read_authority(place.value, context_.campaign.form);
    if (level.fault == AuthorityFault::Unknown) return say("unknown_authority", place);
    if (level.fault == AuthorityFault::Ambiguous) return say("ambiguous_cell", place);
    if (level.fault == AuthorityFault::Blank) return;
    part().authority = level.authority;
    reading_.part.places[ReportedField::Authority] = place;
  }

  [[nodiscard]] DateReading read_day(const Cell& cell, DateUse use) const {
    const auto read = [&] {
      return read_date_cell(context_.grid.sheet(), cell, {context_.report_day, use, &context_.campaign.calendar});
    };
    if (context_.dates == nullptr || cell.kind != CellKind::Text) return read();
    const auto [known, fresh] =
        context_.dates->try_emplace(std::uint64_t{cell.text} * 2 + (use == DateUse::Plan ? 1 : 0));
    if (fresh) known->second = read();
    return known->second;
  }

  /// The code of what is wrong with a date, or nothing.
  static std::string_view date_code(DateFault fault) {
    switch (fault) {
      case DateFault::None:
      case DateFault::Blank:
        return {};
      case DateFault::NoDay:
        return "no_day";
      case DateFault::Ambiguous:
        return "ambiguous_date";
      default:
        return "bad_date";
    }
  }

  /// The day in a cell for a fact; its fault is said.
  std::optional<Date> read_fact_day(const Cell& cell, const Place& place) {
    const auto reading = read_day(cell, DateUse::Fact);
    if (const auto code = date_code(reading.fault); !code.empty()) {
      say(code, place);
      return std::nullopt;
    }
    if (reading.date && !reading.day()) say("vague_date", place);
    return reading.day();
  }

  void read_fact(std::optional<Date>& target, ReportedField field, const Cell& cell, const Place& place) {
    // 已办结 under 办结时间 is a state without its date; 无 says only that there is no day.
    const auto key = match_key(place.value);
    if (const auto word = find_state_word(key, context_.campaign.form);
        word && !word->ambiguous && cell.kind == CellKind::Text && key != "无")
      return read_state(cell, place);
    target = read_fact_day(cell, place);
    if (target) reading_.part.places[field] = place;
  }

  void read_sent(const Cell& cell, const Place& place) {
    sent_on_ = read_fact_day(cell, place);
    sent_place_ = place;
  }

  /// A lone 报送时间 means 上报 where the state is 已上报, otherwise 申报. Source: contract 4.
  void place_sent_date() {
    if (!sent_on_) return;
    const bool at_region = part().state == ReportedState::ReportedToRegion && part().authority != Authority::State;
    const bool up = part().state == ReportedState::HandedUp || at_region;
    auto& target = up ? part().handed_up_on : part().submitted_on;
    if (target) return;
    target = sent_on_;
    reading_.part.places[up ? ReportedField::HandedUp : ReportedField::Submitted] = sent_place_;
  }

  void read_planned(const Cell& cell, const Place& place) {
    const auto reading = read_day(cell, DateUse::Plan);
    if (const auto code = date_code(reading.fault); !code.empty()) return say(code, place);
    if (!reading.date) return;
    part().planned = reading.date;
    reading_.part.places[ReportedField::Planned] = place;
  }

  void read_document_number(const Place& place, const std::string& key) {
    if (is_blank_word(key)) return;
    part().document_number = normalise_document_number(place.value);
    reading_.part.places[ReportedField::DocumentNumber] = place;
  }

  void read_variant(const Place& place, const std::string& key) {
    if (is_blank_word(key)) return;
    const auto* kind = context_.campaign.find_kind(reading_.part.kind);
    if (kind == nullptr) return;
    for (const auto& variant : kind->variants) {
      const auto same = [&](const std::string& name) { return match_key(name) == key; };
      if (!same(variant.code.text()) && !same(variant.name.zh) && std::ranges::none_of(variant.aliases, same)) continue;
      part().variant = variant.code;
      reading_.part.places[ReportedField::Variant] = place;
      return;
    }
    say("unknown_variant", place);
  }

  const ReadingContext& context_;
  std::uint32_t row_;
  PartReading reading_;
  std::vector<std::pair<ReportedPart, Place>> state_cells_;
  std::vector<Place> dashes_;  ///< Where a state should stand.
  std::optional<Date> sent_on_;
  Place sent_place_;
};

/// Takes `value` where `target` is blank; false when both stand there and differ.
template <typename T>
bool take(std::optional<T>& target, const std::optional<T>& value) {
  if (!value) return true;
  if (!target) target = value;
  return *target == *value;
}

}  // namespace

bool PartReading::has_errors() const {
  return std::ranges::any_of(messages, [](const Message& message) { return message.severity == Severity::Error; });
}

std::optional<PartReading> read_part(const ReadingContext& context, std::uint32_t row, const KindCode& kind,
                                     const std::vector<const Column*>& columns) {
  return PartReader(context, row, kind).read(columns);
}

bool says_something(const ReportedPart& part) {
  return part.involved || part.not_applicable_reason || part.state || part.submitted_on || part.accepted_on ||
         part.handed_up_on || part.finished_on || part.planned || part.authority || !part.approver.empty() ||
         !part.responsible_person.empty() || !part.document_number.empty() || !part.receipt.empty() ||
         !part.overdue_reason.empty() || !part.note.empty() || !part.variant.empty();
}

bool is_formula_error(const Sheet& sheet, const Cell& cell) {
  if (cell.kind == CellKind::Error) return true;
  if (cell.kind != CellKind::Text) return false;
  const std::string text = trim(sheet.text_of(cell));
  for (const std::string_view error : {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"})
    if (text == error) return true;
  return false;
}

void merge_state_cell(PartReading& reading, const ReportedPart& said, const Place& place, Severity weight) {
  auto& part = reading.part.reported;
  auto& places = reading.part.places;
  const auto merge = [&](auto& target, const auto& value, ReportedField field) {
    if (!value) return;
    const auto before = places.find(field);
    if (take(target, value)) {
      places.emplace(field, place);
    } else if (before != places.end()) {
      reading.messages.push_back(make_message("state_contradiction", weight, place,
                                              {before->second.value, {}, cell_reference(before->second)}));
    }
  };
  merge(part.state, said.state, ReportedField::State);
  merge(part.planned, said.planned, ReportedField::Planned);
  merge(part.submitted_on, said.submitted_on, ReportedField::Submitted);
  merge(part.accepted_on, said.accepted_on, ReportedField::Accepted);
  merge(part.handed_up_on, said.handed_up_on, ReportedField::HandedUp);
  merge(part.finished_on, said.finished_on, ReportedField::Finished);
  if (!part.not_applicable_reason) part.not_applicable_reason = said.not_applicable_reason;
  if (part.document_number.empty() && !said.document_number.empty()) {
    part.document_number = said.document_number;
    places.emplace(ReportedField::DocumentNumber, place);
  }
}

}  // namespace guatu::intake
