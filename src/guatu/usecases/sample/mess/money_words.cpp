#include "guatu/usecases/sample/mess/money_words.hpp"

namespace guatu::usecases::mess {
namespace {

constexpr std::int64_t kHundredMillion = 100'000'000;
constexpr std::int64_t kTenThousand = 10'000;

/// 350000000 in 亿 is 3.5, exactly.
std::string decimal(std::int64_t yuan, std::int64_t unit) {
  auto text = std::to_string(yuan / unit);
  auto rest = yuan % unit;
  if (rest == 0) return text;
  text += ".";
  for (auto place = unit / 10; rest > 0; place /= 10) {
    text += static_cast<char>('0' + rest / place);
    rest %= place;
  }
  return text;
}

std::string with_commas(const std::string& number) {
  const auto point = std::min(number.find('.'), number.size());
  std::string text;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (i > 0 && i < point && (point - i) % 3 == 0) text += ",";
    text += number[i];
  }
  return text;
}

std::string in_words(std::int64_t yuan) {
  const auto whole = yuan / kHundredMillion;
  const auto rest = yuan % kHundredMillion;
  if (whole == 0) return decimal(rest, kTenThousand) + "万元";
  if (rest == 0) return std::to_string(whole) + "亿元";
  return std::to_string(whole) + "亿" + decimal(rest, kTenThousand) + "万";
}

/// The unit stands in the number format, so that the cell shows it and holds only the number.
Written with_unit_in_format(std::int64_t yuan, const Hand& hand) {
  const bool large = hand.style.words % 2 == 0;
  auto written = write_number(decimal(yuan, large ? kHundredMillion : kTenThousand), "amount: unit in the format");
  written.cell.format = large ? "0.00##\"亿元\"" : "#,##0.####\"万元\"";
  return written;
}

Written with_unit_in_cell(std::int64_t yuan, const Hand& hand) {
  if (hand.style.text_file == 0 && hand.random.chance(hand.style.words % 3 == 0 ? 60 : 5))
    return with_unit_in_format(yuan, hand);
  const auto large = decimal(yuan, kHundredMillion);
  const std::vector<std::string> texts{large + "亿元", large + "亿", decimal(yuan, kTenThousand) + "万元",
                                       in_words(yuan), "约" + large + "亿元"};
  return write_text(hand.usual(texts, hand.style.words), "amount: unit in the cell");
}

bool in_ten_thousands(const Hand& hand) {
  return hand.style.money == MoneyStyle::TenThousand || hand.style.money == MoneyStyle::CaptionTenThousand;
}

/// A number in the unit that header or caption names.
Written plain(std::int64_t yuan, const Hand& hand) {
  const auto number = decimal(yuan, in_ten_thousands(hand) ? kTenThousand : kHundredMillion);
  if (!hand.spells()) return write_number(number, "amount: number");
  switch (hand.usual(std::vector<int>{0, 0, 1, 2, 3}, hand.style.words)) {
    case 1: {
      auto written = write_number(number, "amount: number with format");
      written.cell.format = "#,##0.00";
      return written;
    }
    case 2:
      return write_text(with_commas(number), "amount: text with commas");
    case 3:
      return write_text(number, "amount: text");
    default:
      return write_number(number, "amount: number");
  }
}

/// In 万 where 亿 is asked for, or the other way round.
Written mis_scaled(std::int64_t yuan, const Hand& hand) {
  auto written = write_number(decimal(yuan, in_ten_thousands(hand) ? kHundredMillion : kTenThousand), "doubt");
  written.doubt = Doubt{"amount ten thousand times off", {"amount_scale"}};
  return written;
}

}  // namespace

Written write_money(const std::optional<Amount>& amount, const std::string& field, const Hand& hand) {
  if (!amount) return {};
  const bool has_unit = hand.style.money != MoneyStyle::InCell;
  if (has_unit && field == "total_investment" && hand.slips()) return mis_scaled(amount->yuan, hand);
  const bool own_unit = !has_unit || (hand.spells() && hand.random.chance(4));
  auto written = own_unit ? with_unit_in_cell(amount->yuan, hand) : plain(amount->yuan, hand);
  written.meanings = {{field, std::to_string(amount->yuan)}};
  return written;
}

Written write_two_amounts(const std::optional<Amount>& total, const std::optional<Amount>& year, const Hand& hand) {
  if (!total || !year) return {};
  const auto unit = in_ten_thousands(hand) ? kTenThousand : kHundredMillion;
  const std::string word = hand.style.money == MoneyStyle::InCell ? "亿" : "";
  auto written =
      write_text(decimal(total->yuan, unit) + word + "/" + decimal(year->yuan, unit) + word, "amount: total/year");
  written.meanings = {{"total_investment", std::to_string(total->yuan)}, {"year_plan", std::to_string(year->yuan)}};
  return written;
}

std::string money_caption(const Hand& hand) {
  if (hand.style.money == MoneyStyle::CaptionHundredMillion) return "单位：亿元";
  if (hand.style.money == MoneyStyle::CaptionTenThousand) return "单位：万元";
  return {};
}

}  // namespace guatu::usecases::mess
