#include "guatu/cli/doctor/examination.hpp"

#include <fmt/format.h>

namespace guatu::cli {

Examination examine(const Shell& shell, std::string backups) {
  Examination found{shell, std::move(backups), {}, {}, {}, {}, {}};
  if (auto file = shell.services().machine.find_store_file(shell.database_url())) found.store_file = *std::move(file);
  auto store = shell.open_store();
  if (!store) {
    found.store_error = store.error();
    return found;
  }
  found.store = *std::move(store);
  auto known = usecases::load_newest(*found.store);
  if (known)
    found.known = *std::move(known);
  else
    found.ledger_error = known.error();
  return found;
}

std::string size_text(std::int64_t bytes) {
  constexpr const char* kUnits[] = {"B", "KiB", "MiB", "GiB", "TiB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; value >= 1024 && unit + 1 < std::size(kUnits); ++unit)
    value /= 1024;
  return fmt::format("{:.{}f} {}", value, unit == 0 ? 0 : 1, kUnits[unit]);
}

}  // namespace guatu::cli
