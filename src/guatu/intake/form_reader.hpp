#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "guatu/intake/listed_projects.hpp"
#include "guatu/intake/message_codes.hpp"
#include "guatu/intake/project_reading.hpp"

/// One return read row by row: its table, or the two sheets of the form. Source: contract 4; domain 1.4.
namespace guatu::intake {

/// A table of the workbook with what stands above it.
struct Table {
  Grid grid;
  TableLayout layout;
  Caption caption;
};

/// Reads one form; tables are given in the order in which they count.
class FormReader {
 public:
  /// `form` brings file, sheet, kind and caption.
  FormReader(const campaign::Campaign& campaign, Date report_day, ReadForm form);

  /// What the header leaves open, and what is hidden of the table.
  void say_headers(const Table& table, bool unit_is_given);
  /// One row a project; a kind's columns or its one cell.
  void read_tasks(const Table& table);
  /// One row a procedure part. `with_tasks`: the projects stand in the other sheet.
  void read_lines(const Table& table, bool with_tasks);
  /// Table 3.
  void read_problems(const Table& table);

  [[nodiscard]] ReadForm finish();

 private:
  using KindColumns = std::vector<std::pair<KindCode, std::vector<const Column*>>>;

  void say(std::string_view code, const Place& place, const MessageWords& words = {});
  void say_unknown_header(const Place& place);
  template <typename Take>
  void for_each_row(const Table& table, Take take);
  void say_uncomputed_name(const Table& table, std::uint32_t row, const Column& name);
  void missing_name(const Table& table, std::uint32_t row);
  ReadProject& begin_project(const ReadingContext& context, const Table& table, std::uint32_t row,
                             const RowTexts& texts);
  void take_messages(ReadProject& project, PartReading& reading);
  void read_kinds(const ReadingContext& context, const KindColumns& kinds, std::uint32_t row);
  ReadProject* find_listed_project(const Table& table, std::uint32_t row, const RowTexts& texts);
  ReadProject* find_or_begin(const ReadingContext& context, const Table& table, std::uint32_t row,
                             const RowTexts& texts);
  void fill_fields(const ReadingContext& context, const Table& table, std::uint32_t row, ReadProject& project);
  void read_line(const ReadingContext& context, const Table& table, std::uint32_t row, ReadProject& project);
  void put_in_order(ReadProject& project) const;

  const campaign::Campaign& campaign_;
  Date report_day_;
  ReadForm form_;
  ListedProjects projects_;
  ReadProject* open_ = nullptr;              ///< The project of the row above; a row without a name goes on with it.
  std::vector<const Column*> line_columns_;  ///< Of the table of lines being read: those about a procedure.
  std::vector<Message> said_of_row_;
  std::string unknown_unit_;  ///< That the caption of an earlier sheet named.
};

}  // namespace guatu::intake
