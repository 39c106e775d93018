#include "guatu/reporting/rows/row_order.hpp"

#include <algorithm>
#include <functional>
#include <span>
#include <string>

namespace guatu::reporting {
namespace {

template <typename Row>
struct Order {
  std::string_view word;
  bool (*before)(const Row& a, const Row& b);
};

Amount amount_of(const std::optional<Amount>& amount) {
  return amount.value_or(Amount{});
}

using Project = const ProjectRow*;

constexpr Order<Project> kProjectOrders[] = {
    {"id", [](const Project&, const Project&) { return false; }},  // They stand so already.
    {"name", [](const Project& a, const Project& b) { return a->initials < b->initials; }},
    {"responsible", [](const Project& a, const Project& b) { return a->responsible < b->responsible; }},
    {"total_investment",
     [](const Project& a, const Project& b) {
       return amount_of(a->history->record.total_investment) < amount_of(b->history->record.total_investment);
     }},
    {"year_plan",
     [](const Project& a, const Project& b) {
       return amount_of(a->history->record.year_plan) < amount_of(b->history->record.year_plan);
     }},
    {"done", [](const Project& a, const Project& b) { return a->counts.done < b->counts.done; }},
    {"open", [](const Project& a, const Project& b) { return a->counts.open < b->counts.open; }},
    {"overdue", [](const Project& a, const Project& b) { return a->counts.overdue < b->counts.overdue; }},
    {"light", [](const Project& a, const Project& b) { return severity(a->light) < severity(b->light); }},
};

/// A day that is not known stands after all others.
Date planned_on(const FoundPart& row) {
  const auto* facts = row.part->procedure.facts;
  return facts != nullptr && facts->planned ? facts->planned->deadline() : Date::of(2200, 12, 31);
}

Date finished_on(const FoundPart& row) {
  const auto& procedure = row.part->procedure;
  return procedure.state == ProcedureState::Finished ? procedure.facts->finished->on : Date::of(2200, 12, 31);
}

constexpr Order<FoundPart> kPartOrders[] = {
    {"project", [](const FoundPart&, const FoundPart&) { return false; }},
    {"kind", [](const FoundPart& a, const FoundPart& b) { return a.part->procedure.kind < b.part->procedure.kind; }},
    {"planned_on", [](const FoundPart& a, const FoundPart& b) { return planned_on(a) < planned_on(b); }},
    {"finished_on", [](const FoundPart& a, const FoundPart& b) { return finished_on(a) < finished_on(b); }},
    {"light", [](const FoundPart& a,
                 const FoundPart& b) { return severity(a.part->light.light) < severity(b.part->light.light); }},
};

template <typename Row>
Error unknown_order(std::span<const Order<Row>> orders, std::string_view word) {
  std::string words;
  for (const auto& order : orders)
    words += (words.empty() ? "" : ", ") + std::string(order.word);
  return make_error(ErrorKind::InvalidInput, std::string(word), "排序只能用 " + words + "，前加 - 为倒序",
                    "the order is one of " + words + ", with - in front for descending");
}

template <typename Row>
Result<void> sort_rows(std::vector<Row>& rows, std::string_view word, std::span<const Order<Row>> orders) {
  const bool descending = word.starts_with('-');
  const auto field = word.substr(descending ? 1 : 0);
  const auto found = std::ranges::find(orders, word.empty() ? orders.front().word : field, &Order<Row>::word);
  if (found == orders.end()) return unknown_order(orders, word);
  if (found == orders.begin()) {
    if (descending) std::ranges::reverse(rows);
  } else if (descending) {
    std::ranges::stable_sort(rows, [&](const Row& a, const Row& b) { return found->before(b, a); });
  } else {
    std::ranges::stable_sort(rows, [&](const Row& a, const Row& b) { return found->before(a, b); });
  }
  return {};
}

}  // namespace

Result<void> sort_projects(std::vector<const ProjectRow*>& rows, std::string_view order) {
  return sort_rows(rows, order, std::span<const Order<Project>>(kProjectOrders));
}

Result<void> sort_parts(std::vector<FoundPart>& rows, std::string_view order) {
  return sort_rows(rows, order, std::span<const Order<FoundPart>>(kPartOrders));
}

}  // namespace guatu::reporting
