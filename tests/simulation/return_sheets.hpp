#pragma once

#include "guatu/usecases/ledger/import_forms.hpp"

#include "tests/simulation/truth.hpp"

namespace guatu::simulation {

enum class FileForm {
  Cells,  ///< Only the cells, as a reader would give them: for many thousands of returns.
  Xlsx,   ///< A real workbook, written and read.
};

/// The two-sheet form of a unit's return: 任务表 one line a project, 手续明细 one line a part.
[[nodiscard]] usecases::ImportFile write_return(const std::string& file, const std::string& unit, const Dekad& dekad,
                                                const std::vector<Row>& rows, FileForm form);

/// A table of texts as a file that can be imported.
[[nodiscard]] usecases::ImportFile write_table(const std::string& file, const std::string& sheet,
                                               const std::vector<std::vector<std::string>>& cells, FileForm form);

}  // namespace guatu::simulation
