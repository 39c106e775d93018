#pragma once

#include "guatu/reporting/bulletin_input.hpp"
#include "guatu/reporting/official_paper.hpp"

/// The bulletin's text, before any file format. Every number comes from the input or from `bulletin_facts`.
/// Source: rules 3–6; domain 4.3, 7.3, 7.4.
namespace guatu::reporting {

using BulletinBlock = PaperBlock;
using BulletinModel = OfficialPaper;

[[nodiscard]] BulletinModel make_bulletin(const BulletinInput& input);

}  // namespace guatu::reporting
