#pragma once

#include <string>
#include <variant>
#include <vector>

#include "guatu/reporting/official_marks.hpp"
#include "guatu/reporting/sheet_model.hpp"

/// What an official paper says, before any file format: bulletin, letters, notices. Source: GB/T 9704-2012; domain 4.3.
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
  std::vector<std::vector<std::string>> rows;  ///< The first one is the head, if there is one; all of one length.
  bool has_head = true;                        ///< Without: cells of facts, all alike and without a caption.
  friend bool operator==(const SmallTable&, const SmallTable&) = default;
};

using PaperBlock = std::variant<Paragraph, SmallTable>;

struct AnnexTable {
  std::string caption;                         ///< May be empty.
  std::vector<double> widths;                  ///< Shares of the columns; empty: by the length of their texts.
  std::vector<std::vector<std::string>> rows;  ///< The first one is the head.
};

/// 附件 that is printed with the paper, on pages of its own.
struct PaperAnnex {
  int number = 0;  ///< 0: the only one.
  std::string title;
  bool lying = false;  ///< On its side.
  std::vector<AnnexTable> tables;
  std::vector<std::string> notes;
};

struct OfficialPaper {
  std::string red_head, document_number;
  std::string signer;  ///< 签发人; only on papers that go up.
  std::string title;   ///< Lines parted by \n, the short one first.
  std::string addressees;
  std::vector<PaperBlock> body;
  std::vector<std::string> attachments;  ///< Names as printed, in order.
  std::string issuer, date;
  std::vector<std::string> notes;  ///< 附注: where the numbers come from and by which policy.
  std::string copy_to, printed_on;
  std::string draft_mark;  ///< 草稿, or empty.
  std::vector<PaperAnnex> annexes;
  OfficialMarks marks;
};

/// As plain text, a line a paragraph, cells between bars; for reading and comparing.
[[nodiscard]] std::string plain_text(const OfficialPaper& paper);

/// Characters of the text as 公文 count them: title, addressees, body and tables, without blanks.
[[nodiscard]] std::size_t character_count(const OfficialPaper& paper);
/// What a paper about one task should not exceed. Source: domain 4.4, Length.
inline constexpr std::size_t kUsualCharacters = 4000;

/// The table of a sheet, for a paper: its head, rows and notes without title and as-of line.
[[nodiscard]] AnnexTable table_of_sheet(const SheetModel& sheet);
[[nodiscard]] std::vector<std::string> notes_of_sheet(const SheetModel& sheet);

}  // namespace guatu::reporting
