#include "guatu/store/postgres/json_rows.hpp"

namespace guatu::store {
namespace {

void put_text(std::string& json, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  json += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20U) {
      json += "\\u00";
      json += kDigits[static_cast<unsigned char>(c) >> 4U];
      json += kDigits[static_cast<unsigned char>(c) & 15U];
    } else {
      json += c;
    }
  }
  json += '"';
}

void put_name(std::string& json, bool first, const char* name) {
  if (!first) json += ',';
  put_text(json, name);
  json += ':';
}

void put_row(std::string& json, const JournalTable& table, const JournalRow& row) {
  json += '{';
  for (std::size_t i = 0; i < table.numbers.size(); ++i) {
    put_name(json, i == 0, table.numbers[i]);
    json += std::to_string(row.numbers[i]);
  }
  for (std::size_t i = 0; i < table.texts.size(); ++i) {
    put_name(json, i == 0 && table.numbers.empty(), table.texts[i]);
    put_text(json, row.texts[i]);
  }
  json += '}';
}

}  // namespace

std::string json_rows(const JournalTable& table, std::span<const JournalRow> rows) {
  std::string json = "[";
  for (const auto& row : rows) {
    if (json.size() > 1) json += ',';
    put_row(json, table, row);
  }
  return json + "]";
}

}  // namespace guatu::store
