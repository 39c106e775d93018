#include "guatu/reporting/csv_text.hpp"

namespace guatu::reporting {
namespace {

bool needs_protection(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r'").find(text.front()) != std::string_view::npos;
}

}  // namespace

std::string csv_field(std::string_view text) {
  std::string field = needs_protection(text) ? "'" + std::string(text) : std::string(text);
  if (field.find_first_of(",\"\r\n") == std::string::npos) return field;
  std::string quoted = "\"";
  for (const char c : field) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_unprotected(std::string_view field) {
  if (field.size() > 1 && field.front() == '\'' && needs_protection(field.substr(1))) field.remove_prefix(1);
  return std::string(field);
}

}  // namespace guatu::reporting
