#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A request as it came off the wire: nothing decoded, nothing believed.
namespace guatu::http {

struct Request {
  std::string method;                                        ///< "GET"
  std::string target;                                        ///< "/api/v1/figures?as_of=2023-02-10"
  std::vector<std::pair<std::string, std::string>> headers;  ///< In the order sent; names as sent.
  std::string body;
  std::string remote{};  ///< Address of the other end of the connection.

  /// All values of a header; names do not differ by case.
  [[nodiscard]] std::vector<std::string_view> header_values(std::string_view name) const;
};

}  // namespace guatu::http
