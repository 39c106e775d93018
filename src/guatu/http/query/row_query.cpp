#include "guatu/http/query/row_query.hpp"

#include <array>
#include <charconv>

#include "guatu/planning/light.hpp"

namespace guatu::http {
namespace {

constexpr std::int64_t kMostRows = 1000;
constexpr std::int64_t kUsualRows = 100;
constexpr std::size_t kMostSkipped = 1'000'000'000;
constexpr std::array<std::string_view, 2> kScopes{"city_and_county", "region_and_state"};
constexpr std::array<std::string_view, 3> kFaults{"missing_authority", "no_plan_date", "nothing_applicable"};

bool is_state(std::string_view word) {
  return find_state(word).has_value();
}

bool is_authority(std::string_view word) {
  return word == "missing" || find_authority(word).has_value();
}

bool is_light(std::string_view word) {
  using enum planning::Light;
  for (const auto light : {Grey, Green, Arrow, Red, Yellow, Blue})
    if (planning::light_name(light) == word) return true;
  return false;
}

std::optional<campaign::AuthorityScope> scope_called(const std::string& word) {
  if (word.empty()) return std::nullopt;
  return word == kScopes.front() ? campaign::AuthorityScope::CityAndCounty : campaign::AuthorityScope::RegionAndState;
}

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return !text.empty() && error == std::errc{} && end == text.data() + text.size();
}

/// "17-200": the commit and the rows before this page.
bool read_cursor(std::string_view text, Paging& paging) {
  const auto dash = text.find('-');
  std::int64_t seq = 0;
  if (dash == std::string_view::npos || !read_number(text.substr(0, dash), seq) ||
      !read_number(text.substr(dash + 1), paging.first) || paging.first > kMostSkipped)
    return false;
  paging.seq = seq;
  return true;
}

}  // namespace

When read_when(QueryReader& query) {
  const auto as_of = query.find_day("as_of");
  return {as_of, query.find_instant("known_at")};
}

reporting::ProjectFilter read_project_filter(QueryReader& query) {
  reporting::ProjectFilter filter;
  filter.districts = query.words("district");
  filter.responsible = query.words("responsible");
  filter.sponsors = query.words("sponsor");
  filter.counted = query.find_flag("counted");
  filter.text = query.text("q");
  return filter;
}

void read_project_list_filter(QueryReader& query, reporting::ProjectFilter& filter) {
  filter.lights = query.words("light", is_light);
  filter.held_at = query.words("held_at");
  filter.held_by = query.words("held_by");
  filter.finished = query.find_flag("finished");
  filter.meets = query.find_flag("meets");
  filter.gained = query.find_flag("gained");
  filter.carried = query.find_flag("carried");
  filter.fault = query.choice("fault", kFaults);
}

reporting::PartFilter read_part_filter(QueryReader& query) {
  reporting::PartFilter filter;
  filter.kinds = query.words("kind");
  filter.states = query.words("state", is_state);
  filter.authorities = query.words("authority", is_authority);
  filter.lines = query.words("approver");
  filter.scope = scope_called(query.choice("scope", kScopes));
  filter.overdue = query.find_flag("overdue");
  filter.unverified = query.find_flag("unverified");
  filter.disputed = query.find_flag("disputed");
  filter.held_above = query.find_flag("held_above");
  return filter;
}

void read_procedure_list_filter(QueryReader& query, reporting::ProjectFilter& project, reporting::PartFilter& part) {
  project.projects = query.words("project");
  part.lights = query.words("light", is_light);
  part.applicable = query.find_flag("applicable");
  part.open = query.find_flag("open");
}

Paging read_paging(QueryReader& query) {
  Paging paging;
  const auto cursor = query.text("cursor");
  if (!cursor.empty() && !read_cursor(cursor, paging))
    query.fault("cursor",
                {"cursor 须是上一页给出的 next_cursor", "the cursor has to be the next_cursor of the page before"});
  paging.limit = static_cast<std::size_t>(query.number("limit", 1, kMostRows, kUsualRows));
  return paging;
}

Result<void> check_cursor(const Paging& paging, std::int64_t seq) {
  if (!paging.seq || *paging.seq == seq) return {};
  return make_error(ErrorKind::Conflict, "cursor", "翻页期间台账有变，请从第一页重新取",
                    "the ledger changed between two pages; begin with the first page again");
}

std::string next_cursor(const Paging& paging, std::size_t total, std::int64_t seq) {
  const auto next = paging.first + paging.limit;
  return next < total ? std::to_string(seq) + "-" + std::to_string(next) : std::string{};
}

}  // namespace guatu::http
