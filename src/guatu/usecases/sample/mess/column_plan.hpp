#pragma once

#include <string>
#include <vector>

#include "guatu/usecases/sample/mess/hand.hpp"
#include "guatu/usecases/sample/mess/written.hpp"

/// Which columns a clerk's table has, under which headers.
namespace guatu::usecases::mess {

struct Column {
  std::vector<std::string> path;  ///< Its headers from top to bottom; equal ones side by side are merged.
  Said said = Said::Unused;
};

/// The columns of one procedure, or of those that share them.
struct KindColumns {
  std::vector<const campaign::ProcedureKind*> kinds;
  std::vector<Said> subs;  ///< Empty: one cell for all.
  std::size_t first = 0;   ///< Column of the first sub-column.
};

struct ColumnPlan {
  std::vector<Column> columns;
  std::vector<KindColumns> kinds;  ///< Wide forms.
  std::vector<Said> line_subs;     ///< Long forms: the part's columns, which follow 审批事项.
  std::size_t line_first = 0;

  [[nodiscard]] std::size_t depth() const;
  [[nodiscard]] std::size_t find(Said said) const;  ///< Size of `columns` when there is none.
};

[[nodiscard]] ColumnPlan plan_wide(const Hand& hand);
[[nodiscard]] ColumnPlan plan_long(const Hand& hand);
/// The two sheets of the form, in the clerk's own words.
[[nodiscard]] ColumnPlan plan_tasks(const Hand& hand);
[[nodiscard]] ColumnPlan plan_lines(const Hand& hand);

}  // namespace guatu::usecases::mess
