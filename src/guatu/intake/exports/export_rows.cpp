#include "guatu/intake/exports/export_rows.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"
#include "guatu/intake/date_reading.hpp"
#include "guatu/intake/grid.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/values/codes.hpp"

namespace guatu::intake {
namespace {

constexpr std::uint32_t kLastHeaderRow = 20;

struct ExportHeader {
  std::uint32_t row = 0;
  std::map<ExportColumn, std::uint32_t> columns;
};

/// Every sort of column that the adapter names.
std::size_t wanted_columns(const ExportAdapter& adapter) {
  return adapter.headers.size();
}

ExportHeader header_in_row(const Grid& grid, std::uint32_t row, const ExportAdapter& adapter) {
  ExportHeader header{row, {}};
  for (const auto* cell : grid.own_cells(row)) {
    const auto key = match_key(grid.text(row, cell->column));
    for (const auto& [column, names] : adapter.headers)
      if (std::ranges::find(names, key) != names.end()) header.columns.emplace(column, cell->column);
  }
  return header;
}

/// The first row that has every column; otherwise the row that has most of them.
ExportHeader find_header(const Grid& grid, const ExportAdapter& adapter) {
  ExportHeader best;
  for (std::uint32_t row = 0; row < std::min(grid.row_count(), kLastHeaderRow); ++row) {
    auto header = header_in_row(grid, row, adapter);
    if (header.columns.size() > best.columns.size()) best = std::move(header);
    if (best.columns.size() == wanted_columns(adapter)) break;
  }
  return best;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words)
    text += (text.empty() ? "" : " / ") + word;
  return text;
}

class RowReader {
 public:
  RowReader(const Grid& grid, const ExportHeader& header, const ExportAdapter& adapter,
            const campaign::Campaign& campaign, Date day, ReadExport& result)
      : grid_(grid), header_(header), adapter_(adapter), campaign_(campaign), day_(day), result_(result) {}

  void read(std::uint32_t at) {
    at_ = at;
    bad_ = false;
    row_ = {};
    row_.row = place(ExportColumn::ProjectCode);
    if (row_.row.value.empty()) return;
    const auto code = read_project_code(row_.row.value);
    row_.code = code.check == CodeCheck::NotACode ? row_.row.value : code.canonical;
    if (!read_kind() || is_skipped()) return;
    row_.part = text(ExportColumn::Part);
    read_days();
    read_state();
    row_.document_number = normalise_document_number(text(ExportColumn::DocumentNumber));
    read_authority();
    if (bad_)
      ++result_.refused;
    else
      result_.rows.push_back(std::move(row_));
  }

 private:
  [[nodiscard]] Place place(ExportColumn column) const {
    const auto found = header_.columns.find(column);
    if (found == header_.columns.end()) return {};
    return grid_.place(at_, found->second, grid_.text(header_.row, found->second));
  }

  /// What stands in the column; its place is kept when it says something.
  std::string text(ExportColumn column) {
    const auto where = place(column);
    if (where.value.empty() || where.value == "-" || where.value == "—" || where.value == "/") return {};
    row_.places[column] = where;
    return where.value;
  }

  void say(std::string_view code, const Place& where, const MessageWords& words = {}) {
    auto message = make_message(code, where, words);
    bad_ = bad_ || message.severity == Severity::Error;
    result_.messages.push_back(std::move(message));
  }

  bool read_kind() {
    if (adapter_.kind) {
      row_.kind = *adapter_.kind;
      return true;
    }
    const auto name = text(ExportColumn::Kind);
    const auto known = adapter_.kinds.find(match_key(name));
    if (known != adapter_.kinds.end()) {
      row_.kind = known->second;
      return true;
    }
    const auto* kind = name.empty() ? nullptr : campaign_.find_kind_by_name(name);
    if (kind == nullptr) {
      ++result_.other_kinds[name];
      return false;
    }
    row_.kind = kind->code;
    return true;
  }

  bool is_skipped() {
    const auto key = match_key(place(ExportColumn::State).value);
    const bool skipped =
        !key.empty() && std::ranges::find(adapter_.skipped_states, key) != adapter_.skipped_states.end();
    result_.skipped += skipped ? 1 : 0;
    return skipped;
  }

  std::optional<Date> read_day(ExportColumn column) {
    if (text(column).empty()) return std::nullopt;
    const auto& where = row_.places.at(column);
    const auto* cell = grid_.find_shown(at_, header_.columns.at(column));
    if (cell == nullptr) return std::nullopt;
    const auto reading = read_date_cell(grid_.sheet(), *cell, {day_, DateUse::Fact, &campaign_.calendar});
    if (reading.fault == DateFault::Blank) return std::nullopt;
    if (reading.fault == DateFault::Ambiguous) {
      say("ambiguous_date", where);
    } else if (reading.fault != DateFault::None) {
      say("bad_date", where);
    } else if (!reading.day()) {
      say("vague_date", where);
    } else if (*reading.day() > day_) {
      say("date_after_report:export", where, {format_iso(*reading.day()), {}, format_iso(day_)});
      return std::nullopt;
    }
    return reading.day();
  }

  void read_days() {
    row_.submitted_on = read_day(ExportColumn::Submitted);
    row_.accepted_on = read_day(ExportColumn::Accepted);
    row_.finished_on = read_day(ExportColumn::Finished);
  }

  /// The state in words; without one, what the days say. A finish after the day of the comparison had not happened yet.
  void read_state() {
    const auto word = text(ExportColumn::State);
    if (!word.empty()) {
      const auto known = adapter_.states.find(match_key(word));
      if (known == adapter_.states.end()) return say("unknown_state:export", row_.places.at(ExportColumn::State));
      row_.state = known->second;
    } else if (row_.finished_on) {
      row_.state = ProcedureState::Finished;
    }
    const bool finish_lies_ahead = row_.places.contains(ExportColumn::Finished) && !row_.finished_on;
    if (row_.state == ProcedureState::Finished && finish_lies_ahead) row_.state.reset();
    if (row_.state) return;
    if (row_.accepted_on)
      row_.state = ProcedureState::InReview;
    else if (row_.submitted_on)
      row_.state = ProcedureState::Submitted;
  }

  void read_authority() {
    const auto word = text(ExportColumn::Authority);
    if (word.empty()) return;
    const auto key = match_key(word);
    if (const auto known = adapter_.authorities.find(key); known != adapter_.authorities.end()) {
      row_.authority = known->second;
      return;
    }
    for (const auto& [authority, own] : campaign_.form.authority_words)
      if (match_key(own) == key) row_.authority = authority;
    if (!row_.authority) say("unknown_authority:export", row_.places.at(ExportColumn::Authority));
  }

  const Grid& grid_;
  const ExportHeader& header_;
  const ExportAdapter& adapter_;
  const campaign::Campaign& campaign_;
  Date day_;
  ReadExport& result_;
  std::uint32_t at_ = 0;
  bool bad_ = false;
  ExportRow row_;
};

Error no_columns(const Workbook& workbook, const ExportAdapter& adapter, const ExportHeader& best) {
  Error error{ErrorKind::InvalidInput,
              {workbook.file + " 中没有对接文件所说的列，请核对对接文件或导出内容",
               workbook.file + " lacks columns that the adapter names; check the adapter or the export"},
              workbook.file,
              {}};
  for (const auto& [column, names] : adapter.headers)
    if (!best.columns.contains(column)) {
      const std::string key = "columns." + std::string(export_column_name(column));
      error.reasons.push_back({key + "：没有表头 " + joined(names), key + ": no header " + joined(names)});
    }
  return error;
}

}  // namespace

Result<ReadExport> read_export(const Workbook& workbook, const ExportAdapter& adapter,
                               const campaign::Campaign& campaign, Date day) {
  ReadExport result;
  ExportHeader nearest;
  bool found = false;
  for (const auto& sheet : workbook.sheets) {
    if (adapter.sheet.empty() ? sheet.hidden : match_key(sheet.name) != match_key(adapter.sheet)) continue;
    const Grid grid(sheet);
    const auto header = find_header(grid, adapter);
    if (header.columns.size() > nearest.columns.size()) nearest = header;
    if (header.columns.size() < wanted_columns(adapter)) continue;
    found = true;
    RowReader reader(grid, header, adapter, campaign, day, result);
    for (auto row = header.row + 1; row < grid.row_count(); ++row)
      reader.read(row);
  }
  if (!found) return no_columns(workbook, adapter, nearest);
  return result;
}

}  // namespace guatu::intake
