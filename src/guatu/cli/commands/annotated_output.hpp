#pragma once

#include <optional>
#include <string>
#include <vector>

#include "guatu/cli/shell.hpp"
#include "guatu/usecases/ledger/import_forms.hpp"

/// Where `import --annotated OUT` puts the workbooks that go back to their clerks.
namespace guatu::cli {

class AnnotatedOutput {
 public:
  /// One workbook: OUT is a file when it ends in .xlsx or .xlsm, otherwise a folder. Several: OUT is a folder, and each keeps
  /// its name. Without --annotated: nothing.
  /// Errors: WrongUsage when OUT cannot be: a file for several, another kind than the workbook's, the workbook itself, or two
  /// workbooks of one name.
  [[nodiscard]] static Result<std::optional<AnnotatedOutput>> plan(const Arguments& arguments);

  /// Writes the annotated copy of the `index`-th workbook. One that could not be read gets none, and is told.
  /// Errors: FileFailed; InvalidInput when the workbook cannot be changed.
  [[nodiscard]] Result<void> write(const Shell& shell, std::size_t index, const usecases::ImportFile& file,
                                   const usecases::ImportAnswer& answer) const;

 private:
  std::vector<std::string> paths_;  ///< One a workbook.
};

}  // namespace guatu::cli
