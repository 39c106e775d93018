#pragma once

#include "guatu/reporting/papers/papers.hpp"
#include "guatu/usecases/reporting/chase.hpp"

/// What the office writes beside the bulletin, from what is known now.
namespace guatu::usecases {

enum class PaperKind { Reminder, Summons, Agenda, ProjectPage, Chase, TaskMap };

struct PaperRequest {
  PaperKind kind = PaperKind::Reminder;
  Date as_of;
  std::optional<Dekad> dekad;  ///< Of a return that is chased; none: the dekad of `as_of`.
  std::optional<UnitCode> unit;
  std::optional<ProjectId> project;
  std::optional<Date> by;  ///< Day by which an answer is wanted.
};

/// Shape: one paper a unit or project; for task maps every unit with a project, unless `unit` names one. Empty: nobody has to
/// be written to.
/// Errors: WrongUsage when a project page lacks its project; NotFound for units and projects that are not in the campaign on
/// the day; those of `reporting::summonses`; those of reading.
[[nodiscard]] Result<std::vector<reporting::NamedPaper>> office_papers(ports::Store& store, const Known& known,
                                                                       const PaperRequest& request,
                                                                       const ReadStoredReturn& read);

}  // namespace guatu::usecases
