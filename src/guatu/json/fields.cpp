#include "guatu/json/fields.hpp"

#include <charconv>

namespace guatu::json {
namespace {

namespace bj = boost::json;

std::string_view view(const bj::string& text) {
  return {text.data(), text.size()};
}

std::string_view precision_name(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::Day:
      return "day";
    case DatePrecision::Dekad:
      return "dekad";
    case DatePrecision::Month:
      return "month";
    case DatePrecision::Quarter:
      return "quarter";
    case DatePrecision::Year:
      return "year";
  }
  return "day";
}

DatePrecision precision_of(std::string_view name) {
  for (const auto precision : {DatePrecision::Dekad, DatePrecision::Month, DatePrecision::Quarter, DatePrecision::Year})
    if (precision_name(precision) == name) return precision;
  return DatePrecision::Day;
}

}  // namespace

Fields::Fields(const bj::value& value, std::string_view path) : path_(path) {
  static const bj::object kNothing;
  object_ = value.if_object();
  if (object_ == nullptr) {
    object_ = &kNothing;
    fault_ = path_ + ": expected an object";
  }
}

void Fields::fail(std::string_view key, std::string_view expected) {
  if (!fault_.empty()) return;
  fault_ = path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  fault_ += ": expected " + std::string(expected);
}

const bj::value* Fields::find(std::string_view key) const {
  const auto* value = object_->if_contains(bj::string_view(key.data(), key.size()));
  return value == nullptr || value->is_null() ? nullptr : value;
}

std::string Fields::text(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr) return {};
  if (const auto* text = value->if_string()) return std::string(view(*text));
  fail(key, "text");
  return {};
}

std::int64_t Fields::number(std::string_view key) {
  if (find(key) == nullptr) fail(key, "a number");
  return number_or(key, 0);
}

std::int64_t Fields::number_or(std::string_view key, std::int64_t fallback) {
  const auto* value = find(key);
  if (value == nullptr) return fallback;
  if (const auto* number = value->if_int64()) return *number;
  fail(key, "a whole number");
  return fallback;
}

bool Fields::flag(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr) return false;
  if (const auto* flag = value->if_bool()) return *flag;
  fail(key, "true or false");
  return false;
}

Date Fields::day(std::string_view key) {
  const auto found = find_day(key);
  if (!found) fail(key, "a day");
  return found.value_or(Date{});
}

std::optional<Date> Fields::find_day(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* text = value->if_string()) {
    if (auto day = parse_iso_date(view(*text))) return *day;
  }
  fail(key, "a day like 2022-11-30");
  return std::nullopt;
}

std::optional<VagueDate> Fields::find_vague_date(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (value->is_string()) {
    const auto day = find_day(key);
    return day ? std::optional(exact_day(*day)) : std::nullopt;
  }
  Fields inner(*value, key);
  VagueDate date{inner.day("first"), inner.day("last"), precision_of(inner.text("precision")), inner.text("text")};
  if (inner.failed()) fail(key, "a day or a span of days");
  return date;
}

std::optional<Amount> Fields::find_amount(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* text = value->if_string()) {
    Amount amount;
    const auto* end = text->data() + text->size();
    const auto [rest, error] = std::from_chars(text->data(), end, amount.yuan);
    if (error == std::errc{} && rest == end) return amount;
  }
  fail(key, "yuan as text");
  return std::nullopt;
}

const bj::array& Fields::list(std::string_view key) {
  static const bj::array kNothing;
  const auto* value = find(key);
  if (value == nullptr) return kNothing;
  if (const auto* array = value->if_array()) return *array;
  fail(key, "a list");
  return kNothing;
}

Result<void> Fields::finish() const {
  if (fault_.empty()) return {};
  return make_error(ErrorKind::IntegrityBroken, fault_, "台账记录无法读取：" + fault_,
                    "a recorded body cannot be read: " + fault_);
}

Result<bj::value> parse_body(std::string_view body, bj::storage_ptr storage) {
  boost::system::error_code code;
  auto value = bj::parse(bj::string_view(body.data(), body.size()), code, std::move(storage));
  if (code)
    return make_error(ErrorKind::IntegrityBroken, "", "台账记录不是有效的 JSON",
                      "a recorded body is not JSON: " + code.message());
  return value;
}

void put_text(bj::object& object, std::string_view key, std::string_view text) {
  if (!text.empty()) object[bj::string_view(key.data(), key.size())] = bj::string_view(text.data(), text.size());
}

void put_flag(bj::object& object, std::string_view key, bool flag) {
  if (flag) object[bj::string_view(key.data(), key.size())] = true;
}

void put_day(bj::object& object, std::string_view key, const std::optional<Date>& day) {
  if (day) put_text(object, key, format_iso(*day));
}

void put_vague_date(bj::object& object, std::string_view key, const std::optional<VagueDate>& date) {
  if (!date) return;
  if (date->precision == DatePrecision::Day && date->text.empty()) {
    put_day(object, key, date->last);
    return;
  }
  bj::object value;
  put_day(value, "first", date->first);
  put_day(value, "last", date->last);
  put_text(value, "precision", precision_name(date->precision));
  put_text(value, "text", date->text);
  object[bj::string_view(key.data(), key.size())] = std::move(value);
}

void put_amount(bj::object& object, std::string_view key, const std::optional<Amount>& amount) {
  if (amount) put_text(object, key, yuan_text(*amount));
}

bj::object bilingual_value(const Bilingual& text) {
  return {{"zh", text.zh}, {"en", text.en}};
}

Bilingual read_bilingual(const bj::value* value) {
  if (value == nullptr) return {};
  Fields fields(*value);
  auto zh = fields.text("zh");
  return {std::move(zh), fields.text("en")};
}

std::string yuan_text(Amount amount) {
  return std::to_string(amount.yuan);
}

}  // namespace guatu::json
