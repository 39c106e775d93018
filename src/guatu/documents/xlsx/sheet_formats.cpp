#include "guatu/documents/xlsx/sheet_formats.hpp"

namespace guatu::documents {
namespace {

using reporting::CellStyle;

constexpr const char* kBodyFont = "宋体";
constexpr const char* kTitleFont = "方正小标宋简体";
constexpr const char* kHeadFont = "黑体";
constexpr lxw_color_t kInputFill = 0xFFFBE6;
constexpr lxw_color_t kHeadFill = 0xE8EEF4;
constexpr lxw_color_t kLockedFill = 0xF2F2F2;
constexpr lxw_color_t kNoteColour = 0x555555;

void grid(lxw_format* format) {
  format_set_border(format, LXW_BORDER_THIN);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
}

void centre(lxw_format* format) {
  format_set_align(format, LXW_ALIGN_CENTER);
}

void fill(lxw_format* format, lxw_color_t colour) {
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_bg_color(format, colour);
}

void title(lxw_format* format) {
  format_set_font_name(format, kTitleFont);
  format_set_font_size(format, 18);
  centre(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
}

void header(lxw_format* format) {
  format_set_font_name(format, kHeadFont);
  grid(format);
  centre(format);
  fill(format, kHeadFill);
}

void dress(lxw_format* format, CellStyle style) {
  format_set_font_name(format, kBodyFont);
  format_set_font_size(format, 10);
  switch (style) {
    case CellStyle::Title:
      return title(format);
    case CellStyle::Caption:
      return format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    case CellStyle::Header:
      return header(format);
    case CellStyle::Body:
      return grid(format);
    case CellStyle::BodyCentred:
      grid(format);
      return centre(format);
    case CellStyle::Number:
      grid(format);
      centre(format);
      return format_set_num_format(format, "0");
    case CellStyle::Money:
      grid(format);
      return format_set_num_format(format, "0.########");
    case CellStyle::Day:
      grid(format);
      centre(format);
      return format_set_num_format(format, "yyyy-mm-dd");
    case CellStyle::Input:
      grid(format);
      fill(format, kInputFill);
      return format_set_unlocked(format);
    case CellStyle::InputDay:
      grid(format);
      centre(format);
      fill(format, kInputFill);
      format_set_num_format(format, "yyyy-mm-dd");
      return format_set_unlocked(format);
    case CellStyle::Locked:
      grid(format);
      return fill(format, kLockedFill);
    case CellStyle::Note:
      format_set_font_color(format, kNoteColour);
      format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
      return format_set_text_wrap(format);
    case CellStyle::Emphasis:
      grid(format);
      centre(format);
      return format_set_bold(format);
  }
}

}  // namespace

lxw_format* SheetFormats::of(CellStyle style) {
  auto& format = formats_[style];
  if (format == nullptr) {
    format = workbook_add_format(workbook_);
    dress(format, style);
  }
  return format;
}

}  // namespace guatu::documents
