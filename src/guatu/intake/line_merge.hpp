#pragma once

#include <vector>

#include "guatu/intake/form_reading.hpp"

/// A line of 手续明细 beside the cell of 任务表 and beside the other lines of its project. Source: contract 4.
namespace guatu::intake {

/// Adds the line to its project. It wins over the cell; what it leaves open is taken from there, and where both speak and
/// differ a message names both. The same part twice refuses the project.
void take_line(ReadProject& project, ReadPart line, std::vector<Message>& messages);

/// Adds what a row of 任务表 says of a kind; the same part twice refuses the project.
void take_cell(ReadProject& project, ReadPart part, std::vector<Message>& messages);

}  // namespace guatu::intake
