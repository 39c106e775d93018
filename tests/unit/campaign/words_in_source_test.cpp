#include <algorithm>
#include <set>

#include "guatu/base/text.hpp"

#include "tests/support/paths.hpp"
#include "tests/unit/campaign/small_files.hpp"

/// Nothing of a city is in code: no string of src/ holds a name, alias or code of a unit or procedure of the shipped
/// campaigns. What tools/words_allowed.txt lists is general language, each word with its reason.
namespace guatu::campaign {
namespace {

namespace fs = std::filesystem;

std::string read_text(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::set<std::string> allowed_words() {
  std::istringstream lines(read_text(fs::path(GUATU_SOURCE_DIR) / "tools" / "words_allowed.txt"));
  std::set<std::string> words;
  for (std::string line; std::getline(lines, line);)
    if (!line.empty() && !line.starts_with('#')) words.insert(line.substr(0, line.find(' ')));
  return words;
}

std::set<std::string> campaign_words(const std::string& name) {
  const auto campaign = testing::load_shipped(name).campaign;
  std::set<std::string> words;
  for (const auto& unit : campaign.units)
    for (const auto& spelling : unit_spellings(unit))
      words.insert(spelling);
  for (const auto& kind : campaign.kinds)
    for (const auto& spelling : kind_spellings(kind))
      words.insert(spelling);
  for (const auto& word : allowed_words())
    words.erase(word);
  return words;
}

bool is_ascii(const std::string& text) {
  return std::ranges::all_of(text, [](unsigned char c) { return c < 128; });
}

/// The strings of C++ source, without its comments; a raw string is one.
std::vector<std::string> string_literals(const std::string& source) {
  std::vector<std::string> literals;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (source.compare(at, 2, "//") == 0) {
      at = std::min(source.find('\n', at), source.size());
    } else if (source.compare(at, 2, "/*") == 0) {
      at = std::min(source.find("*/", at + 2), source.size()) + 1;
    } else if (source.compare(at, 2, "R\"") == 0) {
      const auto open = source.find('(', at);
      const auto close = ")" + source.substr(at + 2, open - at - 2) + "\"";
      const auto end = source.find(close, open);
      literals.push_back(source.substr(open + 1, end - open - 1));
      at = end + close.size() - 1;
    } else if (source[at] == '\'' && at + 2 < source.size() && (source[at + 1] == '\\' || source[at + 2] == '\'')) {
      at = source.find('\'', at + (source[at + 1] == '\\' ? 3 : 2));
    } else if (source[at] == '"') {
      std::string literal;
      for (++at; at < source.size() && source[at] != '"'; ++at) {
        if (source[at] == '\\') ++at;
        literal += source[at];
      }
      literals.push_back(std::move(literal));
    }
  }
  return literals;
}

/// Chinese words of three characters and more also inside a longer text; shorter ones and codes only alone.
bool holds(const std::string& literal, const std::string& word) {
  if (literal == word) return character_count(word) > 1;
  return !is_ascii(word) && character_count(word) > 2 && contains(literal, word);
}

std::vector<std::string> findings(const std::vector<std::string>& literals, const std::set<std::string>& words) {
  std::vector<std::string> found;
  for (const auto& literal : literals)
    for (const auto& word : words)
      if (holds(literal, word)) found.push_back(word);
  return found;
}

TEST(WordsInSource, AreFoundWhereTheyStand) {
  const auto words = campaign_words("chifeng-2023");
  using Words = std::vector<std::string>;
  const auto look = [&](const std::string& source) { return findings(string_literals(source), words); };
  EXPECT_EQ(look("auto x = \"红山区人民政府大楼\";"), (Words{"红山区", "红山区人民政府"}));
  EXPECT_EQ(look("auto x = R\"(先办\n草地征占)\";"), Words{"草地征占"});
  EXPECT_EQ(look("auto x = \"fgw\"; auto y = '\"'; auto z = \"150402\";"), (Words{"fgw", "150402"}));
  EXPECT_EQ(look("auto x = \"环评\";"), Words{"环评"});
  EXPECT_EQ(look("auto x = \"环评单位\"; auto y = \"waterway\"; auto z = \"a\\\"b\";"), Words{});
  EXPECT_EQ(look("/// \"红山区\"\n/* \"fgw\" */ int x;"), Words{});
}

TEST(WordsInSource, AreNone) {
  auto words = campaign_words("chifeng-2023");
  words.merge(campaign_words("example"));
  ASSERT_GT(words.size(), 300U);
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(GUATU_SOURCE_DIR) / "src")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
    ++files;
    for (const auto& word : findings(string_literals(read_text(entry.path())), words))
      ADD_FAILURE() << entry.path().filename().string() << ": \"" << word << "\" belongs to a campaign";
  }
  EXPECT_GT(files, 100U);
}

}  // namespace
}  // namespace guatu::campaign
