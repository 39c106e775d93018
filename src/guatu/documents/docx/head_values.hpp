#pragma once

#include "guatu/documents/docx/fill_template.hpp"
#include "guatu/reporting/official_paper.hpp"

/// What the upper part and the signature of a template are filled with, for one body or several. Source: GB/T 9704-2012, 7.2,
/// 7.3.5; domain 4.2, 4.3.
namespace guatu::documents {

/// 份号, 密级, 紧急程度, as far as the paper has them.
[[nodiscard]] std::vector<TemplateBlock> mark_blocks(const reporting::OfficialPaper& paper);

/// The red head: one name, or those of all bodies below each other, with 文件 beside them.
[[nodiscard]] std::vector<TemplateBlock> head_blocks(const reporting::OfficialPaper& paper);
/// 文件, where several names stand beside it.
[[nodiscard]] std::string joint_word(const reporting::OfficialPaper& paper);

/// Who signs, and the day below the last of them.
[[nodiscard]] std::vector<TemplateBlock> signature_blocks(const reporting::OfficialPaper& paper);

}  // namespace guatu::documents
