#pragma once

#include "guatu/ledger/project.hpp"
#include "guatu/usecases/sample/mess/table_writer.hpp"

/// The rows of a table: projects, and everything that stands between them.
namespace guatu::usecases::mess {

using Projects = std::vector<const ledger::ProjectHistory*>;

class TableBody {
 public:
  TableBody(TableWriter& writer, reporting::RawSheet& sheet, const ColumnPlan& plan, json::TruthReturn& truth,
            const Hand& hand)
      : writer_(writer), sheet_(sheet), plan_(plan), truth_(truth), hand_(hand) {}

  /// One row a project. Gives the first free row.
  std::uint32_t write_wide(std::uint32_t row, const Projects& projects);
  /// One row a procedure. `with_tasks`: beside a sheet of projects, where only what applies needs a line.
  std::uint32_t write_long(std::uint32_t row, const Projects& projects, bool with_tasks);

 private:
  std::uint32_t before_projects(std::uint32_t row);
  std::uint32_t before_project(std::uint32_t row, const Projects& projects, std::size_t index);
  std::uint32_t after_projects(std::uint32_t row, const Projects& projects);
  void write_project(std::uint32_t row, const ledger::ProjectHistory& project, int serial, int number);
  void write_kinds(std::uint32_t row, const ledger::ProjectHistory& project, int number);
  void write_differing(std::uint32_t row, const KindColumns& columns, const ledger::ProjectHistory& project,
                       int number);
  void write_line(std::uint32_t row, const ledger::ProjectHistory& project, const ledger::PartHistory& part,
                  int number);
  void write_blocks(std::uint32_t row, const KindColumns& columns, const ledger::PartFacts& facts,
                    const ledger::ProjectHistory& project, int number);
  void repeat_project(std::uint32_t row, const ledger::ProjectHistory& project, int serial, int number);
  void merge_districts(const std::vector<std::uint32_t>& rows, const Projects& projects);
  void subtotal(std::uint32_t row, const std::string& word, const Projects& projects);
  int number_of(const ledger::ProjectHistory& project);
  Written name_of(const ledger::ProjectHistory& project, int number);

  TableWriter& writer_;
  reporting::RawSheet& sheet_;
  const ColumnPlan& plan_;
  json::TruthReturn& truth_;
  const Hand& hand_;
  int sections_ = 0;
};

}  // namespace guatu::usecases::mess
