#include "guatu/json/request_reader.hpp"

#include <algorithm>

#include "guatu/base/text.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

bool is_plain(std::string_view text) {
  return std::ranges::none_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20U && c != '\n' && c != '\t') || byte == 0x7FU;
  });
}

}  // namespace

RequestReader::RequestReader(const bj::value& value, std::string pointer, BodyFaults& faults)
    : object_(value.if_object()), pointer_(std::move(pointer)), faults_(faults) {
  if (object_ == nullptr) faults_.push_back({pointer_, {"应为 JSON 对象", "has to be a JSON object"}});
}

const bj::value* RequestReader::find(std::string_view key) {
  known_.emplace(key);
  if (object_ == nullptr) return nullptr;
  const auto* value = object_->if_contains(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

void RequestReader::fault(std::string_view key, Bilingual text) {
  faults_.push_back({pointer_ + "/" + std::string(key), std::move(text)});
}

std::optional<std::string> RequestReader::find_text(std::string_view key, std::size_t longest) {
  const auto* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_string()) {
    fault(key, {"应为文字", "has to be a text"});
    return std::nullopt;
  }
  std::string text(value->get_string());
  if (character_count(text) > longest || !is_plain(text)) {
    fault(key, {"文字过长，或含有控制字符", "the text is too long or holds control characters"});
    return std::nullopt;
  }
  return text;
}

std::string RequestReader::text(std::string_view key, Need need, std::size_t longest) {
  const auto before = faults_.size();
  auto text = find_text(key, longest).value_or("");
  if (need == Need::Must && text.empty() && faults_.size() == before && object_ != nullptr)
    fault(key, {"必须填写", "has to be given"});
  return text;
}

std::optional<bool> RequestReader::find_flag(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_bool()) {
    fault(key, {"应为 true 或 false", "has to be true or false"});
    return std::nullopt;
  }
  return value->get_bool();
}

std::optional<std::int64_t> RequestReader::find_number(std::string_view key) {
  const auto* value = find(key);
  if (value == nullptr) return std::nullopt;
  if (!value->is_int64()) {
    fault(key, {"应为整数", "has to be a whole number"});
    return std::nullopt;
  }
  return value->get_int64();
}

std::optional<Date> RequestReader::find_day(std::string_view key) {
  const auto text = find_text(key, 10);
  if (!text) return std::nullopt;
  const auto day = parse_iso_date(*text);
  if (!day) {
    fault(key, {"应为日期，如 2022-12-05", "has to be a day such as 2022-12-05"});
    return std::nullopt;
  }
  return *day;
}

const bj::array& RequestReader::list(std::string_view key, Need need, std::size_t most) {
  static const bj::array kNone;
  const auto* value = find(key);
  if (value == nullptr) {
    if (need == Need::Must && object_ != nullptr) fault(key, {"必须填写", "has to be given"});
    return kNone;
  }
  if (!value->is_array() || value->get_array().size() > most) {
    const auto limit = std::to_string(most);
    fault(key, {"应为不超过 " + limit + " 项的列表", "has to be a list of at most " + limit});
    return kNone;
  }
  return value->get_array();
}

void RequestReader::finish() {
  if (object_ == nullptr) return;
  for (const auto& each : *object_)
    if (!known_.contains(std::string_view(each.key())))
      fault(std::string_view(each.key()), {"不认识这一项", "is none that is known here"});
}

std::optional<bj::value> parse_request(std::string_view body, BodyFaults& faults) {
  constexpr std::size_t kDeepest = 16;
  bj::parse_options options;
  options.max_depth = kDeepest;
  bj::error_code code;
  auto value = bj::parse(bj::string_view(body.data(), body.size()), code, {}, options);
  if (!code) return value;
  faults.push_back({"", {"请求内容不是 JSON", "the body is no JSON"}});
  return std::nullopt;
}

}  // namespace guatu::json
