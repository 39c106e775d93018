#include "guatu/intake/line_merge.hpp"

#include <algorithm>

#include "guatu/intake/message_codes.hpp"
#include "guatu/intake/part_reading.hpp"

namespace guatu::intake {
namespace {

using ledger::ReportedField;
using ledger::ReportedState;

/// 已报自治区 is 已上报 where the region decides, and in review where the state does. Source: rules 2.
std::optional<ReportedState> at_level(std::optional<ReportedState> state, std::optional<Authority> authority) {
  if (state != ReportedState::ReportedToRegion) return state;
  if (authority == Authority::Region) return ReportedState::HandedUp;
  return authority == Authority::State ? ReportedState::InReview : state;
}

/// What the line leaves open is taken from the cell; where both speak and differ, the line counts and both are named.
class Settlement {
 public:
  Settlement(ReadPart& line, const ReadPart& cell) : line_(line), cell_(cell) {}

  void run(std::vector<Message>& messages) {
    auto& said = line_.reported;
    const auto& other = cell_.reported;
    const auto level = said.authority ? said.authority : other.authority;
    const auto state = said.involved == false ? ReportedState::NotApplicable : at_level(said.state, level);
    const auto cell_state = at_level(other.state, level);
    const bool refuted = said.involved == true && other.state == ReportedState::NotApplicable;
    const bool dated = said.submitted_on || said.accepted_on || said.handed_up_on || said.finished_on;
    const bool silent = !state && !dated && said.document_number.empty();
    if (refuted || (state && cell_state && *state != *cell_state)) differing_ = ReportedField::State;
    if (silent && !refuted) take(said.state, other.state, ReportedField::State, true);
    // Beside another state the cell's days would contradict the line that counts.
    const bool open = (silent || state == cell_state) && !refuted;
    take(said.submitted_on, other.submitted_on, ReportedField::Submitted, open);
    take(said.accepted_on, other.accepted_on, ReportedField::Accepted, open);
    take(said.handed_up_on, other.handed_up_on, ReportedField::HandedUp, open);
    take(said.finished_on, other.finished_on, ReportedField::Finished, open);
    take(said.planned, other.planned, ReportedField::Planned, true);
    if (open && !said.not_applicable_reason) said.not_applicable_reason = other.not_applicable_reason;
    if (open && said.document_number.empty()) said.document_number = other.document_number;
    if (differing_) messages.push_back(difference());
  }

 private:
  template <typename T>
  void take(std::optional<T>& mine, const std::optional<T>& theirs, ReportedField field, bool open) {
    if (mine && theirs && *mine != *theirs && !differing_) differing_ = field;
    if (mine || !theirs || !open) return;
    mine = theirs;
    if (const auto found = cell_.places.find(field); found != cell_.places.end())
      line_.places.emplace(field, found->second);
  }

  [[nodiscard]] Message difference() const {
    auto found = line_.places.find(*differing_);
    if (found == line_.places.end()) found = line_.places.find(ReportedField::Involved);
    const auto& place = found == line_.places.end() ? line_.row : found->second;
    return make_message("sheets_differ", place, {cell_.row.value, {}, cell_reference(cell_.row)});
  }

  ReadPart& line_;
  const ReadPart& cell_;
  std::optional<ReportedField> differing_;
};

bool is_repeated(ReadProject& project, const ReadPart& part, std::vector<Message>& messages) {
  const auto twin = std::ranges::find_if(project.parts, [&](const ReadPart& other) {
    return other.kind == part.kind && other.part == part.part && other.row.sheet == part.row.sheet;
  });
  if (twin == project.parts.end()) return false;
  messages.push_back(make_message("duplicate_row", part.row, {{}, {}, cell_reference(twin->row)}));
  project.refused = true;
  return true;
}

}  // namespace

void take_line(ReadProject& project, ReadPart line, std::vector<Message>& messages) {
  if (is_repeated(project, line, messages)) return;
  const auto found = std::ranges::find_if(project.parts, [&](const ReadPart& part) {
    return part.kind == line.kind && part.row.sheet != line.row.sheet && part.part.empty();
  });
  if (found != project.parts.end()) {
    const auto cell = std::move(*found);
    project.parts.erase(found);
    if (line.part.empty())
      Settlement(line, cell).run(messages);
    else if (says_something(cell.reported))
      messages.push_back(make_message("parts_need_lines", cell.row));
  }
  project.parts.push_back(std::move(line));
}

void take_cell(ReadProject& project, ReadPart part, std::vector<Message>& messages) {
  if (!is_repeated(project, part, messages)) project.parts.push_back(std::move(part));
}

}  // namespace guatu::intake
