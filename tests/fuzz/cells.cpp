#include "guatu/intake/amount_reading.hpp"
#include "guatu/intake/authority_reading.hpp"
#include "guatu/intake/date_reading.hpp"
#include "guatu/intake/identity.hpp"
#include "guatu/intake/state_cell.hpp"
#include "guatu/values/codes.hpp"

#include "tests/fuzz/shipped_campaign.hpp"

/// One cell's text as a date, an amount, a state, a level, a code and a name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guatu;
  using intake::DateUse;
  if (size > 400) return -1;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto& campaign = fuzz::shipped_campaign();
  const Date today = Date::of(2022, 12, 10);
  for (const auto use : {DateUse::Fact, DateUse::Plan}) {
    const auto reading = intake::read_date(text, {today, use, &campaign.calendar});
    // A date that was read has its days in order; one that was not has none.
    fuzz::require(reading.date.has_value() == (reading.fault == intake::DateFault::None));
    if (reading.date) fuzz::require(reading.date->first <= reading.date->last);
  }
  const auto amount = intake::read_amount(text, AmountUnit::HundredMillionYuan);
  if (amount.amount) fuzz::require(amount.amount->yuan >= 0);
  for (const bool symbols : {false, true}) {
    const auto cell = intake::read_state_cell(text, symbols, {campaign.form, today, &campaign.calendar});
    fuzz::require(cell.fault.empty() || cell.says_nothing() || !cell.said.state.has_value());
  }
  (void)intake::read_authority(text, campaign.form);
  (void)read_project_code(text);
  (void)check_credit_code(text);
  const auto number = normalise_document_number(text);
  fuzz::require(normalise_document_number(number) == number);
  const intake::NameShape shape(intake::name_key(text));
  (void)intake::is_near(shape, intake::NameShape(intake::name_key("桥头镇污水处理厂")));
  return 0;
}
