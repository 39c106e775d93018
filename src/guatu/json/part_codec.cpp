#include <boost/json.hpp>

#include "guatu/json/fields.hpp"
#include "guatu/json/record_codec.hpp"

namespace guatu::json {
namespace {

namespace bj = boost::json;
using ledger::DatedFact;
using ledger::PartFacts;

/// A reported day is its text; an assumed one carries a mark: "2022-12-10~".
std::string fact_text(const DatedFact& fact) {
  return format_iso(fact.on) + (fact.assumed ? "~" : "");
}

std::optional<DatedFact> read_fact(std::string_view text) {
  const bool assumed = text.ends_with('~');
  if (assumed) text.remove_suffix(1);
  const auto day = parse_iso_date(text);
  if (!day) return std::nullopt;
  return DatedFact{*day, assumed};
}

void put_fact(bj::object& object, std::string_view key, const std::optional<DatedFact>& fact) {
  if (fact) put_text(object, key, fact_text(*fact));
}

std::optional<DatedFact> find_fact(Fields& fields, std::string_view key) {
  const auto text = fields.text(key);
  if (text.empty()) return std::nullopt;
  auto fact = read_fact(text);
  if (!fact) fields.fail(key, "a day, with ~ when assumed");
  return fact;
}

void put_authority(bj::object& object, std::string_view key, const std::optional<Authority>& authority) {
  if (authority) put_text(object, key, authority_name(*authority));
}

std::optional<Authority> find_authority_field(Fields& fields, std::string_view key) {
  const auto text = fields.text(key);
  if (text.empty()) return std::nullopt;
  const auto authority = find_authority(text);
  if (!authority) fields.fail(key, "an authority");
  return authority;
}

bj::object not_applicable_value(const ledger::NotApplicable& ruling) {
  bj::object object;
  put_day(object, "ruled_on", ruling.ruled_on);
  put_text(object, "reason", not_applicable_reason_name(ruling.reason));
  put_text(object, "ruled_by", ruling.ruled_by);
  put_text(object, "note", ruling.note);
  return object;
}

std::optional<ledger::NotApplicable> find_not_applicable(Fields& fields) {
  const auto* value = fields.find("not_applicable");
  if (value == nullptr) return std::nullopt;
  Fields inner(*value, "not_applicable");
  ledger::NotApplicable ruling;
  ruling.ruled_on = inner.day("ruled_on");
  ruling.reason = ledger::find_not_applicable_reason(inner.text("reason")).value_or(ruling.reason);
  ruling.ruled_by = inner.text("ruled_by");
  ruling.note = inner.text("note");
  if (inner.failed()) fields.fail("not_applicable", "a ruling");
  return ruling;
}

void put_setbacks(bj::object& object, const std::vector<ledger::Setback>& setbacks) {
  if (setbacks.empty()) return;
  bj::array list;
  for (const auto& setback : setbacks) {
    bj::object value{{"on", fact_text(setback.fact)},
                     {"kind", setback.kind == ledger::SetbackKind::Correction ? "correction" : "rejection"}};
    put_day(value, "answered_on", setback.answered_on);
    list.push_back(std::move(value));
  }
  object["setbacks"] = std::move(list);
}

void put_hand_ups(bj::object& object, const std::vector<ledger::HandUpRound>& rounds) {
  if (rounds.empty()) return;
  bj::array list;
  for (const auto& round : rounds) {
    bj::object value{{"on", fact_text(round.handed_up)}};
    put_day(value, "sent_back_on", round.sent_back_on);
    list.push_back(std::move(value));
  }
  object["earlier_hand_ups"] = std::move(list);
}

std::vector<ledger::HandUpRound> read_hand_ups(Fields& fields) {
  std::vector<ledger::HandUpRound> rounds;
  for (const auto& value : fields.list("earlier_hand_ups")) {
    Fields inner(value, "earlier_hand_ups");
    const auto fact = find_fact(inner, "on");
    const auto sent_back_on = inner.day("sent_back_on");
    if (!fact || inner.failed()) {
      fields.fail("earlier_hand_ups", "days of handing up and sending back");
      break;
    }
    rounds.push_back({*fact, sent_back_on});
  }
  return rounds;
}

std::vector<ledger::Setback> read_setbacks(Fields& fields) {
  std::vector<ledger::Setback> setbacks;
  for (const auto& value : fields.list("setbacks")) {
    Fields inner(value, "setbacks");
    const auto fact = find_fact(inner, "on");
    const auto answered_on = inner.find_day("answered_on");
    if (!fact || inner.failed()) {
      fields.fail("setbacks", "days with kinds");
      break;
    }
    const auto kind =
        inner.text("kind") == "rejection" ? ledger::SetbackKind::Rejection : ledger::SetbackKind::Correction;
    setbacks.push_back({*fact, kind, answered_on});
  }
  return setbacks;
}

void put_disputes(bj::object& object, const std::vector<ledger::Dispute>& disputes) {
  if (disputes.empty()) return;
  bj::array list;
  for (const auto& dispute : disputes) {
    bj::object value;
    put_day(value, "raised_on", dispute.raised_on);
    put_day(value, "settled_on", dispute.settled_on);
    put_day(value, "due_on", dispute.due_on);
    put_text(value, "raised_by", dispute.raised_by.text());
    put_text(value, "text", dispute.text);
    list.push_back(std::move(value));
  }
  object["disputes"] = std::move(list);
}

std::vector<ledger::Dispute> read_disputes(Fields& fields) {
  std::vector<ledger::Dispute> disputes;
  for (const auto& value : fields.list("disputes")) {
    Fields inner(value, "disputes");
    ledger::Dispute dispute;
    dispute.raised_on = inner.day("raised_on");
    dispute.settled_on = inner.find_day("settled_on");
    dispute.due_on = inner.find_day("due_on");
    dispute.raised_by = UnitCode{inner.text("raised_by")};
    dispute.text = inner.text("text");
    if (inner.failed()) fields.fail("disputes", "disputes with days");
    disputes.push_back(std::move(dispute));
  }
  return disputes;
}

}  // namespace

std::string part_subject(const PartKey& key) {
  std::string subject = key.project.text() + "/" + key.kind.text();
  if (!key.part.empty()) subject += "/" + key.part;
  return subject;
}

PartKey parse_part_subject(std::string_view subject) {
  PartKey key;
  const auto first = subject.find('/');
  key.project = ProjectId{std::string(subject.substr(0, first))};
  if (first == std::string_view::npos) return key;
  const auto second = subject.find('/', first + 1);
  key.kind =
      KindCode{std::string(subject.substr(first + 1, second == std::string_view::npos ? second : second - first - 1))};
  if (second != std::string_view::npos) key.part = subject.substr(second + 1);
  return key;
}

std::string encode_part(const PartFacts& facts, PersonalVault& vault) {
  bj::object object{{"v", 1}};
  put_authority(object, "authority", facts.authority);
  put_authority(object, "legal_authority", facts.legal_authority);
  put_text(object, "line", facts.line.text());
  put_text(object, "approver", facts.approver);
  put_text(object, "responsible_person", vault.digest_of(facts.responsible_person));
  put_text(object, "variant", facts.variant.text());
  put_text(object, "document_number", facts.document_number);
  put_text(object, "receipt", facts.receipt);
  put_text(object, "overdue_reason", facts.overdue_reason);
  put_text(object, "note", facts.note);
  put_flag(object, "has_paper", facts.has_paper);
  put_vague_date(object, "planned", facts.planned);
  put_vague_date(object, "baseline", facts.baseline);
  put_authority(object, "baseline_authority", facts.baseline_authority);
  if (facts.plan_changes != 0) object["plan_changes"] = facts.plan_changes;
  if (facts.not_applicable) object["not_applicable"] = not_applicable_value(*facts.not_applicable);
  put_fact(object, "not_started", facts.not_started);
  put_fact(object, "preparing", facts.preparing);
  put_fact(object, "submitted", facts.submitted);
  if (!facts.accepted.empty()) {
    bj::array accepted;
    for (const auto& fact : facts.accepted)
      accepted.emplace_back(fact_text(fact));
    object["accepted"] = std::move(accepted);
  }
  put_setbacks(object, facts.setbacks);
  put_hand_ups(object, facts.earlier_hand_ups);
  put_fact(object, "handed_up", facts.handed_up);
  put_day(object, "sent_back_on", facts.sent_back_on);
  put_fact(object, "finished", facts.finished);
  if (facts.revoked) {
    bj::object revoked;
    put_day(revoked, "effective_on", facts.revoked->effective_on);
    put_flag(revoked, "false_papers", facts.revoked->false_papers);
    put_text(revoked, "reason", facts.revoked->reason);
    object["revoked"] = std::move(revoked);
  }
  put_day(object, "confirmed_on", facts.confirmed_on);
  put_disputes(object, facts.disputes);
  return bj::serialize(object);
}

Result<PartFacts> decode_part(std::string_view body, const PersonalVault& vault) {
  bj::monotonic_resource memory;
  GUATU_TRY(const auto value, parse_body(body, &memory));
  Fields fields(value, "part");
  PartFacts facts;
  facts.authority = find_authority_field(fields, "authority");
  facts.legal_authority = find_authority_field(fields, "legal_authority");
  facts.line = UnitCode{fields.text("line")};
  facts.approver = fields.text("approver");
  facts.responsible_person = vault.value_of(fields.text("responsible_person"));
  facts.variant = VariantCode{fields.text("variant")};
  facts.document_number = fields.text("document_number");
  facts.receipt = fields.text("receipt");
  facts.overdue_reason = fields.text("overdue_reason");
  facts.note = fields.text("note");
  facts.has_paper = fields.flag("has_paper");
  facts.planned = fields.find_vague_date("planned");
  facts.baseline = fields.find_vague_date("baseline");
  facts.baseline_authority = find_authority_field(fields, "baseline_authority");
  facts.plan_changes = static_cast<int>(fields.number_or("plan_changes", 0));
  facts.not_applicable = find_not_applicable(fields);
  facts.not_started = find_fact(fields, "not_started");
  facts.preparing = find_fact(fields, "preparing");
  facts.submitted = find_fact(fields, "submitted");
  for (const auto& accepted : fields.list("accepted")) {
    const auto* text = accepted.if_string();
    const auto fact = text == nullptr ? std::nullopt : read_fact({text->data(), text->size()});
    if (fact) facts.accepted.push_back(*fact);
    if (!fact) fields.fail("accepted", "days, with ~ when assumed");
  }
  facts.setbacks = read_setbacks(fields);
  facts.earlier_hand_ups = read_hand_ups(fields);
  facts.handed_up = find_fact(fields, "handed_up");
  facts.sent_back_on = fields.find_day("sent_back_on");
  facts.finished = find_fact(fields, "finished");
  if (const auto* revoked = fields.find("revoked")) {
    Fields inner(*revoked, "revoked");
    facts.revoked = ledger::Revocation{inner.day("effective_on"), inner.flag("false_papers"), inner.text("reason")};
    if (inner.failed()) fields.fail("revoked", "a revocation");
  }
  facts.confirmed_on = fields.find_day("confirmed_on");
  facts.disputes = read_disputes(fields);
  GUATU_CHECK(fields.finish());
  return facts;
}

}  // namespace guatu::json
