#include "guatu/documents/xlsx/read_workbook.hpp"
#include "guatu/intake/form_reading.hpp"

#include "tests/fuzz/shipped_campaign.hpp"

/// Any bytes as a returned file: read or refused with a code and a remedy, never worse.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto workbook = guatu::documents::read_workbook(bytes, "f.xlsx", guatu::fuzz::small_limits());
  if (!workbook) {
    guatu::fuzz::require(!workbook.error().subject.empty() && !workbook.error().reasons.empty());
    return 0;
  }
  for (const auto& form : guatu::intake::read_forms(*workbook, guatu::fuzz::shipped_campaign(), {}))
    for (const auto& message : form.messages)
      guatu::fuzz::require(!message.text.zh.empty() && !message.remedy.zh.empty());
  return 0;
}
