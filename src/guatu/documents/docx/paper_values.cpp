#include "guatu/documents/docx/paper_values.hpp"

#include <algorithm>
#include <cmath>

#include "guatu/base/text.hpp"
#include "guatu/documents/docx/head_values.hpp"

namespace guatu::documents {
namespace {

using reporting::OfficialPaper;
using reporting::ParagraphStyle;

constexpr int kTextWidth = 8844;    // Twips: 156 mm.
constexpr double kCharacter = 315;  // A 三号 character on its place in a line.
constexpr double kLineWidth = kTextWidth / kCharacter;
constexpr int kImprintLine = 440;       // Of 版记.
constexpr double kImprintLetters = 29;  // 四号 characters in a line of it, one free at either side.
constexpr double kIssuerLetters = 19;   // In the cell beside the day of printing.
constexpr int kJointWordWidth = 1360;   // Twips: of the cell with 文件.
constexpr double kHeadRoom = 0.98;      // So that no rounding breaks the line.
constexpr double kSlack = 1;            // The same for the signature, at either side of it.

const std::set<std::string>& all_patterns() {
  static const std::set<std::string> kPatterns{"copy_number",
                                               "secrecy",
                                               "urgency",
                                               "red_head",
                                               "joint_name",
                                               "issuer",
                                               "date",
                                               "joint_issuer",
                                               "heading1",
                                               "heading2",
                                               "item",
                                               "body",
                                               "caption",
                                               "table",
                                               "fact",
                                               "note",
                                               "document_number",
                                               "first_attachment",
                                               "attachment",
                                               "annex_mark",
                                               "annex_title",
                                               "annex_caption",
                                               "annex_table",
                                               "wide_table",
                                               "annex_note",
                                               "upright_ends",
                                               "lying_ends",
                                               "upward_number",
                                               "annex_mark_of_section"};
  return kPatterns;
}

const char* pattern_of(ParagraphStyle style) {
  switch (style) {
    case ParagraphStyle::Heading1:
      return "heading1";
    case ParagraphStyle::Heading2:
      return "heading2";
    case ParagraphStyle::Item:
      return "item";
    case ParagraphStyle::Body:
      break;
  }
  return "body";
}

double width_of(const std::string& text) {
  return static_cast<double>(display_width(text)) / 2;
}

std::vector<TemplateBlock> text_blocks(const OfficialPaper& paper) {
  std::vector<TemplateBlock> blocks;
  for (const auto& block : paper.body) {
    if (const auto* table = std::get_if<reporting::SmallTable>(&block)) {
      if (!table->caption.empty()) blocks.push_back({"caption", table->caption});
      blocks.push_back({table->has_head ? "table" : "fact", {}, table->rows});
    } else {
      const auto& paragraph = std::get<reporting::Paragraph>(block);
      blocks.push_back({pattern_of(paragraph.style), paragraph.text});
    }
  }
  // So that a signature never stands alone on a page: a writer breaks the last paragraph and keeps two lines of it with what
  // follows, or takes all of it to the next page. Source: GB/T 9704-2012, 7.3.5.5.
  if (!blocks.empty()) blocks.back().keeps_with_next = blocks.back().rows.empty();
  return blocks;
}

/// 附件：1. …, then the others below the first; without a number when there is only one.
std::vector<TemplateBlock> attachment_blocks(const OfficialPaper& paper) {
  std::vector<TemplateBlock> blocks;
  for (const auto& name : paper.attachments) {
    const bool first = blocks.empty();
    const auto number = paper.attachments.size() == 1 ? std::string{} : std::to_string(blocks.size() + 1) + ".";
    blocks.push_back({first ? "first_attachment" : "attachment", number + name});
  }
  return blocks;
}

void add_annex(std::vector<TemplateBlock>& blocks, const reporting::PaperAnnex& annex, bool opens_section) {
  const auto mark = "附件" + (annex.number == 0 ? std::string{} : std::to_string(annex.number));
  blocks.push_back({opens_section ? "annex_mark_of_section" : "annex_mark", mark});
  blocks.push_back({"annex_title", annex.title});
  for (const auto& table : annex.tables) {
    if (!table.caption.empty()) blocks.push_back({"annex_caption", table.caption});
    blocks.push_back({annex.lying ? "wide_table" : "annex_table", {}, table.rows, table.widths});
  }
  for (const auto& note : annex.notes)
    blocks.push_back({"annex_note", note});
}

/// A section ends where the sheet is turned; after the last lying one the paper ends upright.
std::vector<TemplateBlock> annex_blocks(const OfficialPaper& paper) {
  std::vector<TemplateBlock> blocks;
  bool lying = false;
  for (const auto& annex : paper.annexes) {
    const bool turned = annex.lying != lying;
    if (turned) blocks.push_back({lying ? "lying_ends" : "upright_ends", {}});
    add_annex(blocks, annex, turned);
    lying = annex.lying;
  }
  if (lying) blocks.push_back({"lying_ends", {}});
  return blocks;
}

std::vector<TemplateBlock> note_blocks(const OfficialPaper& paper) {
  std::vector<TemplateBlock> blocks;
  for (const auto& note : paper.notes)
    blocks.push_back({"note", note});
  return blocks;
}

std::vector<TemplateBlock> number_blocks(const OfficialPaper& paper) {
  return {{paper.signer.empty() ? "document_number" : "upward_number", paper.document_number}};
}

int twips(double characters) {
  return static_cast<int>(std::lround(characters * kCharacter));
}

void place_signature(std::map<std::string, Placement>& placements, const OfficialPaper& paper) {
  const auto issuer = width_of(paper.issuer);
  const auto date = width_of(paper.date);
  const auto sealed = sealed_place(issuer, date);
  placements["issuer"] = {twips(sealed.issuer_left), twips(sealed.issuer_right), "center", {}};
  placements["date"] = {twips(sealed.date_left), twips(sealed.date_right), "center", {}};
  const auto unsealed = unsealed_place(issuer, date);
  placements["unsealed_issuer"] = {twips(unsealed.issuer_left), twips(unsealed.issuer_right), "left", {}};
  placements["unsealed_date"] = {twips(unsealed.date_left), twips(unsealed.date_right), "left", {}};
}

/// Every name is narrowed as the longest has to be.
void place_joint_head(Placement& placement, const OfficialPaper& paper) {
  placement.characters = width_of(paper.red_head) - width_of(joint_word(paper));
  for (const auto& name : paper.marks.joint)
    placement.characters = std::max(placement.characters, width_of(name));
  placement.room = static_cast<int>((kTextWidth - kJointWordWidth) * kHeadRoom);
}

int imprint_height(const OfficialPaper& paper) {
  const auto lines = std::ceil((width_of(paper.copy_to) + 4) / kImprintLetters) +
                     std::ceil(std::max(1.0, width_of(paper.issuer)) / kIssuerLetters);
  return static_cast<int>(lines) * kImprintLine + kImprintLine / 2;
}

}  // namespace

SignaturePlace sealed_place(double issuer_width, double date_width) {
  const auto centre =
      std::min(kLineWidth - 4 - date_width / 2, std::max(kLineWidth - issuer_width / 2, kLineWidth / 2));
  const auto left = std::max(0.0, 2 * centre - kLineWidth) - kSlack;
  const auto right = std::max(0.0, kLineWidth - 2 * centre) - kSlack;
  return {left, right, left, right};
}

SignaturePlace unsealed_place(double issuer_width, double date_width) {
  const auto issuer = date_width > issuer_width ? kLineWidth - 4 - date_width : kLineWidth - 2 - issuer_width;
  const auto left = std::max(0.0, issuer);
  return {left, -kSlack, left + 2, -kSlack};
}

TemplateValues paper_values(const OfficialPaper& paper) {
  TemplateValues values;
  values.fields = {{"red_head", paper.red_head},      {"document_number", paper.document_number},
                   {"signer", paper.signer},          {"title", paper.title},
                   {"addressees", paper.addressees},  {"issuer", paper.issuer},
                   {"unsealed_issuer", paper.issuer}, {"date", paper.date},
                   {"unsealed_date", paper.date},     {"copy_to", paper.copy_to},
                   {"printed_on", paper.printed_on},  {"imprint_room", ""},
                   {"draft_mark", paper.draft_mark},  {"joint_word", joint_word(paper)}};
  values.lists = {{"marks", mark_blocks(paper)},          {"head", head_blocks(paper)},
                  {"signature", signature_blocks(paper)}, {"number", number_blocks(paper)},
                  {"text", text_blocks(paper)},           {"attachments", attachment_blocks(paper)},
                  {"notes", note_blocks(paper)},          {"annexes", annex_blocks(paper)}};
  values.patterns = all_patterns();
  values.optional_lists = {"number", "annexes"};
  // A template may name its one head and issuer outside of a list; several have no place there.
  if (paper.marks.joint.empty()) values.optional_lists.merge(std::set<std::string>{"head", "signature"});
  place_signature(values.placements, paper);
  values.placements["red_head"].characters = width_of(paper.red_head);
  values.placements["red_head"].room = static_cast<int>(kTextWidth * kHeadRoom);
  place_joint_head(values.placements["joint_name"], paper);
  values.placements["imprint_room"].line = imprint_height(paper);
  return values;
}

}  // namespace guatu::documents
