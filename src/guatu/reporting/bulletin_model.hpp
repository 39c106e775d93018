#pragma once

#include <string>
#include <vector>

#include "guatu/reporting/bulletin_input.hpp"

/// The bulletin's text, before any file format. Every number comes from the input; nothing is computed by hand here that
/// figures or leagues know already. Source: rules 3–6; domain 7.3, 7.4.
namespace guatu::reporting {

enum class ParagraphStyle { Heading1, Heading2, Body, Attachment, Foot };

struct Paragraph {
  ParagraphStyle style = ParagraphStyle::Body;
  std::string text;
  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct BulletinModel {
  std::string red_head, document_number, title, issuer, date, copy_to, printed_on;
  std::string draft_mark;  ///< 草稿, or empty.
  std::vector<Paragraph> body;
  std::vector<std::string> attachments;  ///< Names as printed, in order.
};

[[nodiscard]] BulletinModel make_bulletin(const BulletinInput& input);

}  // namespace guatu::reporting
