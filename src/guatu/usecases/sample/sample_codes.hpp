#pragma once

#include <string>
#include <string_view>

/// Codes for invented projects and owners: well-formed, with right check digits, and with serial numbers from the end of
/// their range so that nobody takes them for real ones.
namespace guatu::usecases {

/// National project code of an invented project. `region` is used when it is six digits, otherwise 000000.
/// Contract: 0 <= serial < 100000.
[[nodiscard]] std::string sample_project_code(std::string_view year_month, std::string_view region, int serial);

/// Unified social credit code of an invented enterprise. Contract: 0 <= serial < 100000.
[[nodiscard]] std::string sample_credit_code(std::string_view region, int serial);

}  // namespace guatu::usecases
