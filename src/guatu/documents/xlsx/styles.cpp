#include "guatu/documents/xlsx/styles.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "guatu/documents/xlsx/read_failure.hpp"

namespace guatu::documents {
namespace {

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_symbol_font(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower.starts_with("wingdings") || lower.starts_with("webdings") || lower == "symbol";
}

class StyleReader final : public XmlHandler {
 public:
  explicit StyleReader(const ReadLimits& limits) : limit_(limits.styles) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (codes_.size() > limit_ || symbol_fonts_.size() > limit_ || formats_.size() > limit_)
      return refuse(too_large("样式过多", "too many styles"));
    if (name == "numFmt") codes_[number(attributes.find("numFmtId"))] = attributes.find("formatCode");
    if (name == "fonts") in_fonts_ = true;
    if (name == "cellXfs") in_formats_ = true;
    if (in_fonts_ && name == "font") symbol_fonts_.push_back(false);
    if (in_fonts_ && name == "name" && !symbol_fonts_.empty())
      symbol_fonts_.back() = is_symbol_font(attributes.find("val"));
    if (in_formats_ && name == "xf") {
      const int id = number(attributes.find("numFmtId"));
      const auto code = codes_.find(id);
      const auto font = static_cast<std::size_t>(std::max(0, number(attributes.find("fontId"))));
      formats_.push_back({is_date_format(id, code == codes_.end() ? std::string_view{} : code->second),
                          font < symbol_fonts_.size() && symbol_fonts_[font],
                          unit_in_format(id, code == codes_.end() ? std::string_view{} : code->second)});
    }
  }
  void end(std::string_view name) override {
    if (name == "fonts") in_fonts_ = false;
    if (name == "cellXfs") in_formats_ = false;
  }
  void text(std::string_view) override {}

  std::vector<CellFormat> formats_;

 private:
  std::size_t limit_;
  std::map<int, std::string> codes_;
  std::vector<bool> symbol_fonts_;
  bool in_fonts_ = false;
  bool in_formats_ = false;
};

}  // namespace

bool is_date_format(int id, std::string_view code) {
  const auto within = [id](int first, int last) { return first <= id && id <= last; };
  if (code.empty()) return within(14, 22) || within(27, 36) || within(45, 47) || within(50, 58);
  if (code.starts_with("General")) return false;
  bool quoted = false;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const auto end = code.find(']', i);
      if (end == std::string_view::npos) return false;
      // [h], [mm], [ss] are elapsed time; [Red], [$-804] are not dates.
      if (code.substr(i + 1, end - i - 1).find_first_not_of("hHmMsS") == std::string_view::npos) return true;
      i = end;
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      return true;
    } else if (c == ';') {
      return false;
    }
  }
  return false;
}

std::string unit_in_format(int id, std::string_view code) {
  constexpr int kPercent = 9;
  constexpr int kPercentWithDecimals = 10;
  if (id == kPercent || id == kPercentWithDecimals) return "%";
  const auto positive = code.substr(0, code.find(';'));
  if (positive.ends_with('%')) return "%";
  for (const std::string_view unit : {"亿元", "万元"})
    if (positive.find(unit) != std::string_view::npos) return std::string(unit);
  return {};
}

Result<std::vector<CellFormat>> read_styles(ZipArchive& archive, const std::string& part, const ReadLimits& limits) {
  StyleReader reader(limits);
  GUATU_CHECK(parse_part(archive, part, reader, limits));
  return std::move(reader.formats_);
}

}  // namespace guatu::documents
