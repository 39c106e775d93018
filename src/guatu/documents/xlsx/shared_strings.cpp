#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/documents/xlsx/sheet_reader.hpp"

namespace guatu::documents {
namespace {

class SharedStringReader final : public XmlHandler {
 public:
  explicit SharedStringReader(const ReadLimits& limits) : limits_(limits) {}

  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "si") {
      if (strings_.size() >= limits_.cells) refuse(too_large("文字过多", "too many texts"));
      strings_.emplace_back();
    }
    if (name == "rPh") in_reading_aid_ = true;
    if (name == "t") in_text_ = true;
  }
  void end(std::string_view name) override {
    if (name == "si") strings_.back() = without_escapes(std::move(strings_.back()));
    if (name == "rPh") in_reading_aid_ = false;
    if (name == "t") in_text_ = false;
  }
  void text(std::string_view piece) override {
    if (!in_text_ || in_reading_aid_ || strings_.empty()) return;
    if (strings_.back().size() + piece.size() > limits_.text_bytes)
      return refuse(too_large("单元格文字过长", "a cell's text is too long"));
    strings_.back() += piece;
  }

  std::vector<std::string> strings_;

 private:
  const ReadLimits& limits_;
  bool in_text_ = false;
  bool in_reading_aid_ = false;
};

}  // namespace

std::string without_escapes(std::string text) {
  constexpr std::size_t kLength = 7;  // _x000D_
  for (auto at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
    if (at + kLength > text.size() || text[at + kLength - 1] != '_') continue;
    const auto digits = text.substr(at + 2, 4);
    if (digits.find_first_not_of("0123456789ABCDEFabcdef") != std::string::npos) continue;
    const auto code = std::stoul(digits, nullptr, 16);
    if (code >= 0x80) continue;
    const bool blank = code < 0x20 && code != '\n' && code != '\t';
    text.replace(at, kLength, blank ? std::string{} : std::string(1, static_cast<char>(code)));
  }
  return text;
}

Result<std::vector<std::string>> read_shared_strings(ZipArchive& archive, const std::string& part,
                                                     const ReadLimits& limits) {
  SharedStringReader reader(limits);
  GUATU_CHECK(parse_part(archive, part, reader, limits));
  return std::move(reader.strings_);
}

}  // namespace guatu::documents
