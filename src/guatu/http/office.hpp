#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/intake/message.hpp"
#include "guatu/intake/workbook.hpp"
#include "guatu/ports/clock.hpp"
#include "guatu/ports/store.hpp"
#include "guatu/ports/system.hpp"
#include "guatu/usecases/reporting/publish.hpp"

namespace guatu::http {

/// What reading returns and writing to the ledger need from the world.
struct Office {
  std::function<Result<intake::Workbook>(std::string_view bytes, const std::string& name)> read_workbook;
  /// The file that was read as `workbook`, with these messages as comments at their cells.
  std::function<Result<std::string>(std::string_view bytes, const intake::Workbook& workbook,
                                    const std::vector<intake::Message>& messages)>
      annotate_return;
  usecases::RenderPapers render_papers;  ///< For drafts of bulletins.
  std::shared_ptr<const ports::Clock> clock = std::make_shared<ports::SystemClock>();
  std::shared_ptr<ports::Entropy> entropy = std::make_shared<ports::SystemEntropy>();
  std::string actor;       ///< "web:<user>"
  bool may_write = false;  ///< Only where nobody but this machine can ask: there are no accounts yet.
};

}  // namespace guatu::http
