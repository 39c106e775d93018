#include "guatu/ports/canonical_bytes.hpp"

namespace guatu::ports {

void put_field(std::string& bytes, std::string_view field) {
  bytes += std::to_string(field.size());
  bytes += ':';
  bytes += field;
  bytes += ',';
}

}  // namespace guatu::ports
