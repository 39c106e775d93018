#include "guatu/documents/xlsx/read_failure.hpp"
#include "guatu/documents/xlsx/sheet_reader.hpp"

namespace guatu::documents {
namespace {

class SharedStringReader final : public XmlHandler {
 public:
  explicit SharedStringReader(const ReadLimits& limits) : limits_(limits) {}

  void start(std::string_view name, const XmlAttributes&) override {
    if (name == "si") {
      if (texts_.size() >= limits_.cells) refuse(too_large("文字过多", "too many texts"));
      in_item_ = true;
      text_.clear();
    }
    if (name == "rPh") in_reading_aid_ = true;
    if (name == "t") in_text_ = true;
  }
  void end(std::string_view name) override {
    if (name == "si" && in_item_) {
      in_item_ = false;
      texts_.add(without_escapes(std::move(text_)));
    }
    if (name == "rPh") in_reading_aid_ = false;
    if (name == "t") in_text_ = false;
  }
  void text(std::string_view piece) override {
    if (!in_item_ || !in_text_ || in_reading_aid_) return;
    if (text_.size() + piece.size() > limits_.text_bytes)
      return refuse(too_large("单元格文字过长", "a cell's text is too long"));
    text_ += piece;
  }

  SharedTexts texts_;

 private:
  const ReadLimits& limits_;
  std::string text_;
  bool in_item_ = false;
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
    text.erase(at, kLength);
    if (!blank) text.insert(at, 1, static_cast<char>(code));
  }
  return text;
}

Result<SharedTexts> read_shared_strings(ZipArchive& archive, const std::string& part, const ReadLimits& limits) {
  SharedStringReader reader(limits);
  GUATU_CHECK(parse_part(archive, part, reader, limits));
  return std::move(reader.texts_);
}

}  // namespace guatu::documents
