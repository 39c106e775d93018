#pragma once

#include "guatu/usecases/sample/mess/table_writer.hpp"

/// What stands above and below a table. Source: domain 1.4.
namespace guatu::usecases::mess {

struct CaptionRequest {
  UnitCode unit;
  Dekad dekad;
  std::size_t columns = 1;
};

/// Title and caption lines; gives the first row of the header. Says in `truth` whether they name unit and dekad.
std::uint32_t write_captions(TableWriter& writer, const CaptionRequest& request, const Hand& hand,
                             json::TruthReturn& truth);
void write_footer(TableWriter& writer, std::uint32_t row, std::size_t columns, const Hand& hand);
/// 一、红山区; 红山区（12个）
[[nodiscard]] std::string section_title(const std::string& unit, int number, std::size_t count, const Hand& hand);

}  // namespace guatu::usecases::mess
