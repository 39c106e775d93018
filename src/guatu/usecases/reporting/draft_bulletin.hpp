#pragma once

#include "guatu/usecases/reporting/publish.hpp"

/// The bulletin as it would be published now, marked as a draft; nothing is written.
namespace guatu::usecases {

struct DraftBulletin {
  Dekad dekad;
  Date as_of;
  std::size_t characters = 0;  ///< Of its text, as a paper counts them.
  std::vector<reporting::Paper> papers;
};

/// The dekad whose bulletin comes next: the last that somebody reported for, while it is not published, otherwise the one
/// after the last that is; the campaign's first at the beginning.
[[nodiscard]] Dekad next_bulletin(const Known& known);

/// Errors: those of the numbers and of rendering.
[[nodiscard]] Result<DraftBulletin> draft_bulletin(ports::Store& store, const Known& known, const Dekad& dekad,
                                                   const RenderPapers& render);

}  // namespace guatu::usecases
