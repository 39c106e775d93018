#include "guatu/reporting/bulletin_text.hpp"

#include "guatu/reporting/wording.hpp"

namespace guatu::reporting {

void BulletinText::heading(const std::string& text) {
  blocks_.emplace_back(Paragraph{ParagraphStyle::Heading1, chinese_number(++headings_) + "、" + text});
  subheadings_ = items_ = 0;
}

void BulletinText::subheading(const std::string& text) {
  blocks_.emplace_back(Paragraph{ParagraphStyle::Heading2, "（" + chinese_number(++subheadings_) + "）" + text});
  items_ = 0;
}

void BulletinText::item(const std::string& text) {
  blocks_.emplace_back(Paragraph{ParagraphStyle::Item, number(++items_) + "." + text});
}

void BulletinText::body(std::string text) {
  if (!text.empty()) blocks_.emplace_back(Paragraph{ParagraphStyle::Body, std::move(text)});
}

void BulletinText::table(const std::string& caption, std::vector<std::vector<std::string>> rows) {
  blocks_.emplace_back(SmallTable{"表" + number(++tables_) + "　" + caption, std::move(rows)});
}

void BulletinText::facts(std::vector<std::vector<std::string>> rows) {
  blocks_.emplace_back(SmallTable{{}, std::move(rows), false});
}

}  // namespace guatu::reporting
