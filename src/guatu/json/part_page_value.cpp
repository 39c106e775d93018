#include "guatu/json/part_page_value.hpp"

#include <algorithm>

#include "guatu/json/nullable.hpp"
#include "guatu/ledger/finish_rule.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using ledger::PartFacts;
using reporting::PartRow;
using reporting::ProjectRow;

/// What is dated of a part, in order of days.
class FactList {
 public:
  explicit FactList(Date as_of) : as_of_(as_of) {}

  void add(const char* fact, Bilingual name, const ledger::DatedFact& dated, std::string note = {}) {
    if (as_of_ < dated.on) return;
    entries_.push_back({dated.on, bj::object{{"fact", fact},
                                             {"name", std::move(name.zh)},
                                             {"name_en", std::move(name.en)},
                                             {"on", format_iso(dated.on)},
                                             {"assumed", dated.assumed},
                                             {"note", std::move(note)}}});
  }
  void add(const char* fact, Bilingual name, const std::optional<ledger::DatedFact>& dated, std::string note = {}) {
    if (dated) add(fact, std::move(name), *dated, std::move(note));
  }
  void add(const char* fact, Bilingual name, const std::optional<Date>& day, std::string note = {}) {
    if (day) add(fact, std::move(name), ledger::DatedFact{*day, false}, std::move(note));
  }

  [[nodiscard]] bj::array take() {
    std::ranges::stable_sort(entries_, {}, &Entry::on);
    bj::array list;
    for (auto& entry : entries_)
      list.push_back(std::move(entry.value));
    return list;
  }

 private:
  struct Entry {
    Date on;
    bj::object value;
  };
  Date as_of_;
  std::vector<Entry> entries_;
};

void add_way(FactList& list, const PartFacts& facts) {
  if (facts.not_applicable)
    list.add("ruled_not_applicable", {"认定不涉及", "ruled not applicable"},
             ledger::DatedFact{facts.not_applicable->ruled_on, false}, facts.not_applicable->note);
  list.add("not_started", {"报为未启动", "reported as not started"}, facts.not_started);
  list.add("preparing", {"正在组卷", "papers being prepared"}, facts.preparing);
  list.add("submitted", {"申报", "submitted"}, facts.submitted);
  for (const auto& accepted : facts.accepted)
    list.add("accepted", {"受理", "accepted"}, accepted);
  for (const auto& setback : facts.setbacks) {
    const bool correction = setback.kind == ledger::SetbackKind::Correction;
    list.add(correction ? "correction" : "rejection",
             correction ? Bilingual{"补正", "correction asked"} : Bilingual{"退件", "rejected"}, setback.fact);
    list.add("answered", {"重新申报", "submitted again"}, setback.answered_on);
  }
}

void add_end(FactList& list, const PartFacts& facts) {
  for (const auto& round : facts.earlier_hand_ups) {
    list.add("handed_up", {"要件上报", "handed up"}, round.handed_up);
    list.add("sent_back", {"上级退回", "sent back from above"}, std::optional(round.sent_back_on));
  }
  list.add("handed_up", {"要件上报", "handed up"}, facts.handed_up, facts.receipt);
  list.add("sent_back", {"上级退回", "sent back from above"}, facts.sent_back_on);
  list.add("finished", {"办结", "finished"}, facts.finished, facts.document_number);
  list.add("confirmed", {"核实", "confirmed"}, facts.confirmed_on);
  if (facts.revoked)
    list.add("revoked", {"撤销办结", "completion revoked"}, std::optional(facts.revoked->effective_on),
             facts.revoked->reason);
  for (const auto& dispute : facts.disputes) {
    list.add("dispute_raised", {"提出异议", "dispute raised"}, std::optional(dispute.raised_on), dispute.text);
    list.add("dispute_settled", {"异议处理", "dispute settled"}, dispute.settled_on);
  }
}

bj::value authority_value(const std::optional<Authority>& authority) {
  return authority ? bj::value(bj::string(authority_name(*authority))) : bj::value(nullptr);
}

void put_variant(bj::object& value, const campaign::ProcedureKind& kind, const PartFacts& facts) {
  const auto found = std::ranges::find(kind.variants, facts.variant, &campaign::Variant::code);
  value["variant"] = facts.variant.text();
  put_words(value, "variant_name", found == kind.variants.end() ? Bilingual{} : found->name);
}

void put_plan(bj::object& value, const PartFacts& facts, const PartRow& part) {
  value["planned_on"] = last_day_or_null(facts.planned);
  value["baseline_on"] = last_day_or_null(facts.baseline);
  value["plan_changes"] = facts.plan_changes;
  value["later_than_baseline"] =
      facts.planned && facts.baseline && facts.baseline->deadline() < facts.planned->deadline();
  value["slack"] = number_or_null(part.slack);
  value["latest_finish"] = day_or_null(part.latest_finish);
}

void put_paper(bj::object& value, const PartFacts& facts) {
  value["document_number"] = facts.document_number;
  value["receipt"] = facts.receipt;
  value["has_paper"] = facts.has_paper;
  value["responsible_person"] = facts.responsible_person;
}

void put_flags(bj::object& value, const campaign::Campaign& campaign, const ProjectRow& row, const PartRow& part,
               const PartFacts& facts, std::size_t place) {
  value["overdue"] = part.procedure.overdue;
  value["overdue_reason"] = facts.overdue_reason;
  value["unverified"] = part.procedure.unverified;
  value["disputed"] = part.procedure.disputed;
  value["held_above"] = part.procedure.held_above;
  ledger::ProjectOnDay project;
  project.history = row.history;
  for (const auto& each : row.parts)
    project.procedures.push_back(each.procedure);
  auto& held_by = value["held_by"].emplace_array();
  for (const auto holder : ledger::held_by(project, place, campaign))
    held_by.emplace_back(campaign.kinds[project.procedures[holder].kind].code.text());
}

void put_reading(bj::object& value, const PartRow& part) {
  value["state"] = bj::string(state_name(part.procedure.state));
  put_words(value, "state_name", state_words(part.procedure.state));
  value["since"] = part.since ? bj::value(format_iso(part.since->on)) : bj::value(nullptr);
  value["light"] = bj::string(planning::light_name(part.light.light));
  put_words(value, "light_name", planning::light_words(part.light.light));
  put_words(value, "light_reason", part.light.reason);
}

}  // namespace

bj::array counts_value(const std::vector<reporting::RateCount>& counts) {
  bj::array list;
  for (const auto& count : counts) {
    bj::object value{{"rate", count.rule}};
    put_words(value, "name", count.name);
    value["unit"] = text_or_null(count.unit.text());
    value["counts"] = count.counts;
    value["done"] = count.done;
    put_words(value, "reason", count.reason);
    list.push_back(std::move(value));
  }
  return list;
}

bj::object part_page_value(const campaign::Campaign& campaign, Date as_of, const ProjectRow& row, std::size_t place) {
  const auto& part = row.parts[place];
  const auto& kind = campaign.kinds[part.procedure.kind];
  static const PartFacts kNothing;
  const auto& facts = part.procedure.facts == nullptr ? kNothing : *part.procedure.facts;
  bj::object value{{"kind", kind.code.text()}};
  put_words(value, "name", kind.name);
  value["part"] = bj::string(part.procedure.part);
  value["authority"] = authority_value(part.procedure.authority);
  value["legal_authority"] = authority_value(facts.legal_authority);
  value["line"] = part.line.text();
  value["approver"] = facts.approver;
  put_variant(value, kind, facts);
  put_reading(value, part);
  put_plan(value, facts, part);
  put_paper(value, facts);
  put_flags(value, campaign, row, part, facts, place);
  const bool ruled = part.procedure.state == ProcedureState::NotApplicable;
  put_words(value, "not_applicable_reason",
            ruled ? ledger::not_applicable_reason_words(facts.not_applicable->reason) : Bilingual{});
  value["note"] = facts.note;
  FactList list(as_of);
  add_way(list, facts);
  add_end(list, facts);
  value["facts"] = list.take();
  value["counts"] = counts_value(reporting::part_counts(campaign, row, part, as_of));
  return value;
}

}  // namespace guatu::json
