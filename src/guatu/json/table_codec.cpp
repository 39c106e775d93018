#include "guatu/json/table_codec.hpp"

#include <boost/json.hpp>

namespace guatu::json {

std::string encode_table(std::span<const std::string_view> columns,
                         const std::vector<std::span<const std::string>>& rows) {
  namespace bj = boost::json;
  bj::array list;
  for (const auto& row : rows) {
    bj::object value;
    for (std::size_t i = 0; i < columns.size(); ++i)
      value[bj::string_view(columns[i].data(), columns[i].size())] = row[i];
    list.push_back(std::move(value));
  }
  return bj::serialize(list);
}

}  // namespace guatu::json
