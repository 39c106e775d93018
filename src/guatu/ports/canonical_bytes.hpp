#pragma once

#include <string>
#include <string_view>

namespace guatu::ports {

/// Appends a field as everything digested or signed is written: its length in decimal, ":", its bytes and ",".
void put_field(std::string& bytes, std::string_view field);

}  // namespace guatu::ports
