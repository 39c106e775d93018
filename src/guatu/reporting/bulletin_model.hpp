#pragma once

#include <string>
#include <variant>
#include <vector>

#include "guatu/reporting/bulletin_input.hpp"

/// The bulletin's text, before any file format. Every number comes from the input or from `bulletin_facts`.
/// Source: rules 3–6; domain 4.3, 7.3, 7.4.
namespace guatu::reporting {

/// 一、 · （一） · 1. · running text. Source: domain 4.3, Levels.
enum class ParagraphStyle { Heading1, Heading2, Item, Body };

struct Paragraph {
  ParagraphStyle style = ParagraphStyle::Body;
  std::string text;
  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct SmallTable {
  std::string caption;
  std::vector<std::vector<std::string>> rows;  ///< The first one is the head; all of one length.
  friend bool operator==(const SmallTable&, const SmallTable&) = default;
};

using BulletinBlock = std::variant<Paragraph, SmallTable>;

struct BulletinModel {
  std::string red_head, document_number;
  std::string title;  ///< Lines parted by \n, the short one first. Source: domain 4.3.
  std::string addressees;
  std::vector<BulletinBlock> body;
  std::vector<std::string> attachments;  ///< Names as printed, in order.
  std::string issuer, date;
  std::vector<std::string> notes;  ///< 附注: where the numbers come from and by which policy.
  std::string copy_to, printed_on;
  std::string draft_mark;  ///< 草稿, or empty.
};

[[nodiscard]] BulletinModel make_bulletin(const BulletinInput& input);

/// The model as plain text, a line a paragraph, cells between bars; for reading and comparing.
[[nodiscard]] std::string plain_text(const BulletinModel& model);

}  // namespace guatu::reporting
