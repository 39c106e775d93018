#include "tests/cli/example_file.hpp"

#include <cstdlib>
#include <gtest/gtest.h>
#include <regex>

#include "tests/support/paths.hpp"
#include "tests/support/program.hpp"

namespace guatu::test {
namespace {

namespace bj = boost::json;

constexpr std::size_t kLineLength = 120;

/// Readable: whatever fits stands on one line.
std::string pretty(const bj::value& value, std::size_t indent = 0) {
  auto flat = bj::serialize(value);
  if (indent + flat.size() <= kLineLength || (!value.is_object() && !value.is_array())) return flat;
  const std::string inner(indent + 2, ' ');
  std::string text;
  if (value.is_object())
    for (const auto& [key, item] : value.as_object())
      text += (text.empty() ? "" : ",\n") + inner + bj::serialize(key) + ": " + pretty(item, indent + 2);
  else
    for (const auto& item : value.as_array())
      text += (text.empty() ? "" : ",\n") + inner + pretty(item, indent + 2);
  const char* brackets = value.is_object() ? "{}" : "[]";
  return brackets[0] + ("\n" + text + "\n" + std::string(indent, ' ')) + brackets[1];
}

std::string without_digests(const std::string& text) {
  static const std::regex kDigest("\"[0-9a-f]{64}\"");
  return std::regex_replace(text, kDigest, "\"digest\"");
}

}  // namespace

void expect_example(const std::string& name, const bj::value& body) {
  const auto path = std::filesystem::path(GUATU_SOURCE_DIR) / "api" / "examples" / (name + ".json");
  const auto text = pretty(body) + "\n";
  const auto stored = std::filesystem::exists(path) ? read_text(path) : std::string();
  if (without_digests(stored) == without_digests(text)) return;
  if (std::getenv("GUATU_UPDATE_GOLDEN") != nullptr) return write_text(path, text);
  EXPECT_EQ(without_digests(text), without_digests(stored))
      << "read the difference, then write " << path << " anew with ./dev golden";
}

}  // namespace guatu::test
