#include "guatu/usecases/ledger/named_project.hpp"

#include <algorithm>

#include "guatu/values/codes.hpp"

namespace guatu::usecases {

const ledger::ProjectHistory* find_named_project(const ledger::Ledger& ledger, const std::string& wanted) {
  const auto code = read_project_code(wanted).canonical;
  const auto found = std::ranges::find_if(ledger.projects, [&](const auto& project) {
    return project.record.id.text() == wanted || (!project.record.code.empty() && project.record.code == code);
  });
  return found == ledger.projects.end() ? nullptr : &*found;
}

Error unknown_project(const std::string& wanted) {
  return make_error(ErrorKind::NotFound, wanted, "没有项目“" + wanted + "”，请填项目编号（如 P0001）或项目代码",
                    "there is no project \"" + wanted + "\"; give its id (like P0001) or its project code");
}

}  // namespace guatu::usecases
