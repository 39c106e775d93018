#pragma once

#include "guatu/documents/docx/fill_template.hpp"
#include "guatu/reporting/official_paper.hpp"

namespace guatu::documents {

/// What a template is filled with, and where the standard places what depends on the length of a text: head, signature, date,
/// the room for 版记. Source: domain 4.2–4.4.
[[nodiscard]] TemplateValues paper_values(const reporting::OfficialPaper& paper);

/// Signature and date, in characters of 三号 from the left edge of the text.
struct SignaturePlace {
  double issuer_left = 0, issuer_right = 0;
  double date_left = 0, date_right = 0;
};
/// With a seal: the date ends four characters before the right edge, the issuer is centred over it; an issuer too long for that
/// ends at the edge, and the date is centred below. Source: domain 4.3, with seal.
[[nodiscard]] SignaturePlace sealed_place(double issuer_width, double date_width);
/// Without: the issuer ends two characters before the edge, the date begins two characters to the right of its beginning.
[[nodiscard]] SignaturePlace unsealed_place(double issuer_width, double date_width);

}  // namespace guatu::documents
