#include "tests/fuzz/shipped_campaign.hpp"

/// Any text in place of one file of the shipped campaign: loaded or refused with reasons. The first character says which:
/// c campaign.toml · k catalogue.toml · u units.toml · d calendar.toml.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const char* file = data[0] == 'c'   ? "campaign.toml"
                     : data[0] == 'k' ? "catalogue.toml"
                     : data[0] == 'u' ? "units.toml"
                     : data[0] == 'd' ? "calendar.toml"
                                      : nullptr;
  if (file == nullptr) return -1;
  auto files = guatu::fuzz::shipped_files();
  files[file] = std::string(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto loaded = guatu::campaign::parse_campaign(files);
  if (!loaded) guatu::fuzz::require(!loaded.error().message.zh.empty());
  return 0;
}
