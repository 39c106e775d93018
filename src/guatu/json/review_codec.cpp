#include "guatu/json/review_codec.hpp"

#include "guatu/json/nullable.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;

bj::value dispute_value(const std::optional<ledger::Dispute>& dispute, Date today) {
  if (!dispute) return nullptr;
  return bj::object{{"raised_on", format_iso(dispute->raised_on)},
                    {"due_on", day_or_null(dispute->due_on)},
                    {"raised_by", dispute->raised_by.text()},
                    {"text", dispute->text},
                    {"overdue", dispute->due_on && *dispute->due_on < today}};
}

bj::object row_value(const ReviewRow& row, Date today) {
  return {{"project", row.project},
          {"name", row.name},
          {"responsible", row.responsible.text()},
          {"line", row.line.text()},
          {"kind", row.kind.text()},
          {"part", row.part},
          {"standing", bj::string(review_standing_name(row.standing))},
          {"finished_on", row.finished ? bj::value(format_iso(row.finished->on)) : bj::value(nullptr)},
          {"document_number", row.document_number},
          {"unverified", row.unverified},
          {"platform_disputed", row.platform_disputed},
          {"confirmed_on", day_or_null(row.confirmed_on)},
          {"dispute", dispute_value(row.dispute, today)}};
}

bj::object count_value(const ReviewCount& count) {
  return {{"kind", count.kind.text()},
          {"responsible", count.responsible.text()},
          {"waiting", count.waiting},
          {"confirmed", count.confirmed},
          {"disputed", count.disputed}};
}

}  // namespace

std::string_view review_standing_name(ReviewStanding standing) {
  constexpr std::string_view kNames[] = {"waiting", "confirmed", "disputed"};
  return kNames[static_cast<std::size_t>(standing)];
}

std::string encode_review_list(const ReviewList& list) {
  bj::object object{
      {"seq", list.seq}, {"today", format_iso(list.today)}, {"due_on", format_iso(list.due_on)}, {"total", list.total}};
  auto& counts = object["counts"].emplace_array();
  for (const auto& count : list.counts)
    counts.push_back(count_value(count));
  auto& rows = object["rows"].emplace_array();
  for (const auto& row : list.rows)
    rows.push_back(row_value(row, list.today));
  return bj::serialize(object);
}

}  // namespace guatu::json
