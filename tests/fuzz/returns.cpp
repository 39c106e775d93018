#include "guatu/documents/compound_file.hpp"
#include "guatu/documents/read_return.hpp"
#include "guatu/documents/xlsx/read_failure.hpp"

#include "tests/fuzz/shipped_campaign.hpp"

namespace {

using namespace guatu;

/// LibreOffice is not fuzzed here: it gives what it was given, or fails.
Result<std::string> stand_in(std::string_view bytes, documents::ForeignFormat format) {
  if (format == documents::ForeignFormat::OpenDocument) return std::string(bytes);
  return documents::damaged_file("坏", "bad");
}

}  // namespace

/// Any bytes as a file that a unit sends: recognised, then read or refused with a code and a remedy.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto workbook = documents::read_return(bytes, "f.xls", {stand_in, fuzz::small_limits()});
  if (!workbook) fuzz::require(!workbook.error().message.zh.empty() && !workbook.error().reasons.empty());
  if (const auto file = documents::CompoundFile::open(bytes))
    for (const auto* name : {"Workbook", "Root Entry"})
      fuzz::require(file->begin_of(name, 10'000).size() <= 10'000);
  return 0;
}
