#pragma once

#include <string>
#include <utility>
#include <vector>

namespace guatu::test {

/// A compound file (the container of .xls and .doc) with these streams, written without the program's own code. Streams below
/// 4096 bytes lie in the small store, larger ones in sectors of their own.
[[nodiscard]] std::string make_compound(const std::vector<std::pair<std::string, std::string>>& streams);

/// One BIFF record.
[[nodiscard]] std::string biff_record(unsigned number, const std::string& body);

}  // namespace guatu::test
