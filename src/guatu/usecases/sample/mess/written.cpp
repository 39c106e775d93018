#include "guatu/usecases/sample/mess/written.hpp"

namespace guatu::usecases::mess {

using reporting::RawKind;

Written write_text(std::string text, std::string spelling) {
  Written written;
  written.cell.kind = text.empty() ? RawKind::Nothing : RawKind::Text;
  written.cell.value = std::move(text);
  written.spelling = std::move(spelling);
  return written;
}

Written write_number(std::string number, std::string spelling) {
  Written written;
  written.cell.kind = RawKind::Number;
  written.cell.value = std::move(number);
  written.spelling = std::move(spelling);
  return written;
}

bool is_blank(const Written& written) {
  return written.cell.kind == RawKind::Nothing && written.cell.formula.empty();
}

}  // namespace guatu::usecases::mess
