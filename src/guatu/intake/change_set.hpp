#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "guatu/campaign/campaign.hpp"
#include "guatu/intake/answers.hpp"
#include "guatu/intake/field_change.hpp"
#include "guatu/intake/form_reading.hpp"
#include "guatu/ledger/ledger.hpp"

/// What a return would change: compared with the ledger, decided row by row, nothing written yet. Source: contract 2 and 4.
namespace guatu::intake {

struct RevisedPart {
  ProjectId project;
  KindCode kind;
  std::string part;
  ledger::PartFacts facts;
};

struct ChangeSet {
  std::string file, sheet;
  FormKind form = FormKind::Unknown;
  std::optional<UnitCode> unit;
  std::optional<Dekad> dekad;
  std::int64_t rows = 0, created = 0, changed = 0, unchanged = 0, refused = 0;  ///< Projects (table 3: lines).
  std::vector<ledger::ProjectRecord> projects;                                  ///< New and changed records.
  std::vector<std::pair<ProjectId, ledger::LifeEvent>> joins;                   ///< For the new ones.
  std::vector<RevisedPart> parts;
  std::optional<ledger::UpperProblemList> upper_problems;
  Answers settled;                   ///< Answers about projects that were used, by the project's number.
  std::vector<FieldChange> changes;  ///< By row, the project's own fields first.
  std::vector<Message> messages;     ///< Reading's and comparison's, by sheet, row, column.

  [[nodiscard]] bool has_errors() const;
};

/// Rows that earlier tables of the same file listed already: what they name → the cell.
struct ListedRows {
  std::map<std::string, std::string> by_code, by_name;
  std::map<std::string, std::string> uncoded_by_name;  ///< Those of `by_name` that gave no code.
  std::map<ProjectId, std::string> by_project;
};

struct ChangeContext {
  const campaign::Campaign& campaign;
  const ledger::Ledger& ledger;
  UnitCode unit;
  Dekad dekad;
  std::optional<Date> published_through;
  bool additions_from_dekad = false;  ///< An earlier dekad is published: new projects count from this dekad on (增补).
  const Answers* answers = nullptr;   ///< The unit's.
};

/// `listed` carries on from table to table of one file: a project may stand in only one of them.
[[nodiscard]] ChangeSet compare_with_ledger(const ReadForm& form, const ChangeContext& context, ListedRows& listed);

/// The ledger as it would be with what the table changes, for the next table of the same file.
void apply_changes(const ChangeSet& changes, ledger::Ledger& ledger);

}  // namespace guatu::intake
