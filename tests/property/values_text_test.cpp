#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "guatu/base/text.hpp"
#include "guatu/values/amount.hpp"
#include "guatu/values/codes.hpp"

namespace guatu {
namespace {

/// Pieces that people and programs leave in cells, and raw bytes that nobody should.
rc::Gen<std::string> cell_text() {
  const auto piece =
      rc::gen::element<std::string>("a", "Z", "9", "项目", "（", "）", "(", ")", "【", "】", "〔2022〕", "　", " ",
                                    "\n", "\t", "\u00a0", "\u200b", "\ufeff", "ｱ", "ﾞ", "e", "\u0301", "\u030a", "W",
                                    "①", "㎡", "¨", "１", "，", "\u2028", "\x01", "\xff", "\xe6\x96", "가", "각");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
    std::string text;
    for (const auto& one : pieces)
      text += one;
    return text;
  });
}

RC_GTEST_PROP(TextProperty, NormalisingTwiceIsNormalisingOnce, ()) {
  const std::string once = normalise(*cell_text());
  RC_ASSERT(normalise(once) == once);
}

RC_GTEST_PROP(TextProperty, TheKeyOfAKeyIsTheKey, ()) {
  const std::string once = match_key(*cell_text());
  RC_ASSERT(match_key(once) == once);
}

RC_GTEST_PROP(TextProperty, TextAndItsNormalFormHaveOneKey, ()) {
  const std::string text = *cell_text();
  RC_ASSERT(match_key(normalise(text)) == match_key(text));
}

RC_GTEST_PROP(TextProperty, NoReaderStumblesOverBytes, (const std::string& bytes)) {
  const std::string key = match_key(bytes);
  RC_ASSERT(key.find_first_of(" \t\r\n[]") == std::string::npos);
  RC_ASSERT(character_count(bytes) == code_points(bytes).size());
  RC_ASSERT(read_project_code(bytes).check == CodeCheck::NotACode || key.size() >= 20);
  RC_ASSERT(!looks_like_document_number(bytes) || contains(bytes, "号"));
}

RC_GTEST_PROP(TextProperty, EditDistanceIsADistance, ()) {
  const std::string a = *cell_text();
  const std::string b = *cell_text();
  const std::string c = *cell_text();
  RC_ASSERT((edit_distance(a, b) == 0) == (code_points(a) == code_points(b)));
  RC_ASSERT(edit_distance(a, b) == edit_distance(b, a));
  RC_ASSERT(edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c));
}

RC_GTEST_PROP(AmountProperty, WhatIsShownReadsBack, ()) {
  const Amount amount{*rc::gen::inRange<std::int64_t>(-1'000'000'000'000'000, 1'000'000'000'000'001)};
  RC_ASSERT(parse_amount(format_hundred_million(amount), AmountUnit::HundredMillionYuan).value() == amount);
}

RC_GTEST_PROP(AmountProperty, UnitsDifferByTheirZeros, ()) {
  const auto number = std::to_string(*rc::gen::inRange(-9'999'999, 10'000'000));
  const auto in_hundred_millions = parse_amount(number, AmountUnit::HundredMillionYuan).value();
  RC_ASSERT(parse_amount(number + "0000", AmountUnit::TenThousandYuan).value() == in_hundred_millions);
  RC_ASSERT(parse_amount(number + "E8", AmountUnit::Yuan).value() == in_hundred_millions);
  RC_ASSERT(parse_amount(number + "00000000.49", AmountUnit::Yuan).value() == in_hundred_millions);
}

RC_GTEST_PROP(AmountProperty, AnyTextIsReadOrRefused, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("0123456789.,-+eE")));
  const auto read = parse_amount(text, AmountUnit::TenThousandYuan);
  if (!read)
    RC_ASSERT(read.error().kind == ErrorKind::InvalidInput);
  else
    RC_ASSERT(read->yuan >= -1'000'000'000'000'000 && read->yuan <= 1'000'000'000'000'000);
}

RC_GTEST_PROP(CodesProperty, EverySingleWrongDigitOfACodeShows, ()) {
  const std::string good = "21014202000401549072";
  const auto at = *rc::gen::inRange<std::size_t>(0, good.size());
  const auto digit = *rc::gen::inRange('0', static_cast<char>('9' + 1));
  RC_PRE(digit != good[at]);
  std::string wrong = good;
  wrong[at] = digit;
  RC_ASSERT(read_project_code(wrong).check != CodeCheck::Good);
}

}  // namespace
}  // namespace guatu
