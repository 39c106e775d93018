#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "guatu/base/bilingual.hpp"
#include "guatu/calendar/dekad.hpp"

/// The life of a dekad: open → locked → published, and back by a reasoned reopening. Source: rules 3, "Dekad life".
namespace guatu::reporting {

enum class DekadState { Open, Locked, Published };
[[nodiscard]] std::string_view dekad_state_name(DekadState state);  ///< "open", "locked", "published"
[[nodiscard]] std::optional<DekadState> find_dekad_state(std::string_view name);
[[nodiscard]] Bilingual dekad_state_words(DekadState state);

struct DekadRecord {
  Dekad dekad;
  DekadState state = DekadState::Open;
  int published_revisions = 0;  ///< How many bulletins have been published so far.
  friend bool operator==(const DekadRecord&, const DekadRecord&) = default;
};

enum class DekadStep { Open, Lock, Reopen, Publish };
[[nodiscard]] std::string_view dekad_step_name(DekadStep step);

/// Every reason why `step` cannot be taken; empty: it may. `current` is none before the dekad was opened.
[[nodiscard]] std::vector<Bilingual> step_objections(const std::optional<DekadRecord>& current, DekadStep step,
                                                     std::string_view reason);
/// The record after the step. Contract: no objections.
[[nodiscard]] DekadRecord after_step(const std::optional<DekadRecord>& current, const Dekad& dekad, DekadStep step);

/// One stored paper of a bulletin.
struct PaperRef {
  std::string name;    ///< File name, "通报.docx"
  std::string digest;  ///< SM3 of its bytes.
  friend bool operator==(const PaperRef&, const PaperRef&) = default;
};

/// What was frozen when a dekad was published.
struct Publication {
  Dekad dekad;
  int revision = 1;
  Date as_of;
  std::int64_t seq = 0;        ///< Figures were computed from everything known up to here.
  std::string head_digest;     ///< Of that commit.
  std::string campaign_files;  ///< Digest of the campaign version in force.
  std::string figures;         ///< Digest of the frozen figures' JSON.
  std::string leagues;         ///< Digest of the frozen leagues' JSON.
  std::string reason;
  std::vector<PaperRef> papers;
  friend bool operator==(const Publication&, const Publication&) = default;
};

}  // namespace guatu::reporting
