#include "guatu/campaign/authority.hpp"

#include <array>

namespace guatu {
namespace {

struct AuthorityRow {
  std::string_view name;
  const char* zh;
  const char* en;
};
constexpr std::array<AuthorityRow, 4> kAuthorities{{{"state", "国家级", "state"},
                                                    {"region", "省级", "region"},
                                                    {"city", "市级", "city"},
                                                    {"county", "县级", "county"}}};
constexpr std::array<std::string_view, 3> kTracks{"approval", "sanction", "filing"};

}  // namespace

std::string_view authority_name(Authority authority) {
  return kAuthorities[static_cast<std::size_t>(authority)].name;
}

std::optional<Authority> find_authority(std::string_view name) {
  for (std::size_t i = 0; i < kAuthorities.size(); ++i)
    if (kAuthorities[i].name == name) return static_cast<Authority>(i);
  return std::nullopt;
}

Bilingual authority_words(Authority authority) {
  const auto& row = kAuthorities[static_cast<std::size_t>(authority)];
  return {row.zh, row.en};
}

std::string_view track_name(Track track) {
  return kTracks[static_cast<std::size_t>(track)];
}

std::optional<Track> find_track(std::string_view name) {
  for (std::size_t i = 0; i < kTracks.size(); ++i)
    if (kTracks[i] == name) return static_cast<Track>(i);
  return std::nullopt;
}

}  // namespace guatu
