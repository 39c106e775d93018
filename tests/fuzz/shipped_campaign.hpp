#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include "guatu/app/files.hpp"
#include "guatu/campaign/campaign.hpp"
#include "guatu/documents/xlsx/read_limits.hpp"

/// What several fuzzers need.
namespace guatu::fuzz {

/// A broken promise ends the run, which the fuzzer reports with its input.
inline void require(bool kept) {
  if (!kept) std::abort();
}

inline const campaign::CampaignFiles& shipped_files() {
  static const auto kFiles = app::read_campaign_directory(GUATU_SOURCE_DIR "/campaigns/chifeng-2023");
  require(kFiles.has_value());
  return *kFiles;
}

inline const campaign::Campaign& shipped_campaign() {
  static const auto kLoaded = campaign::parse_campaign(shipped_files());
  require(kLoaded.has_value());
  return kLoaded->campaign;
}

/// The reader's limits, small enough that many inputs a second meet them.
inline documents::ReadLimits small_limits() {
  documents::ReadLimits limits;
  limits.inflated_bytes = 1U << 20U;
  limits.ratio_floor = 64U << 10U;
  limits.cells = 5'000;
  limits.entries = 50;
  limits.sheets = 8;
  limits.styles = 200;
  limits.text_bytes = 4'000;
  return limits;
}

}  // namespace guatu::fuzz
