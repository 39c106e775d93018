#include "guatu/cli/command.hpp"
#include "guatu/cli/exit_code.hpp"
#include "guatu/cli/numbers_request.hpp"
#include "guatu/json/chase_codec.hpp"

namespace guatu::cli {
namespace {

/// Names for people instead of codes.
class Names {
 public:
  Names(const Shell& shell, const usecases::Known& known, Date day) : shell_(shell), known_(known), day_(day) {}

  [[nodiscard]] std::string unit(const UnitCode& code) const {
    const auto* unit = known_.campaign().find_unit(code);
    return unit == nullptr ? code.text() : shell_.pick(unit->name_on(day_).name);
  }
  [[nodiscard]] std::string kind(const KindCode& code) const {
    const auto* kind = known_.campaign().find_kind(code);
    return kind == nullptr ? code.text() : shell_.pick(kind->name);
  }
  [[nodiscard]] std::string project(const ProjectId& id) const {
    for (const auto& project : known_.ledger.projects)
      if (project.record.id == id) return id.text() + " " + project.name_on(day_);
    return id.text();
  }
  [[nodiscard]] std::string level(Authority authority) const { return shell_.pick(authority_words(authority)); }

 private:
  const Shell& shell_;
  const usecases::Known& known_;
  Date day_;
};

std::string fraction(std::int64_t numerator, std::int64_t denominator) {
  return std::to_string(numerator) + "/" + std::to_string(denominator);
}

void say_review(const Shell& shell, const ledger::Review& review, const Names& names) {
  const auto heading = [&](const Bilingual& text, std::size_t count) {
    shell.say(shell.pick(text) + "（" + std::to_string(count) + "）");
  };
  heading({"一、“不涉及”明显多于其他单位", "1. far more 不涉及 than the other units"}, review.not_applicable.size());
  for (const auto& row : review.not_applicable)
    shell.say("  " + names.unit(row.unit) + " " + names.kind(row.kind) + "：" +
              fraction(row.not_applicable, row.parts) + shell.pick({"，其他单位 ", ", the others "}) +
              fraction(row.others_not_applicable, row.others_parts));
  heading({"二、审批层级与首次填报不同", "2. another authority than first reported"}, review.authority.size());
  for (const auto& row : review.authority)
    shell.say("  " + names.unit(row.unit) + " " + names.project(row.project) + " " + names.kind(row.kind) +
              (row.part.empty() ? "" : "/" + row.part) + "：" + names.level(row.from) + " → " + names.level(row.to));
  heading({"三、同一天集中办结", "3. many finishes on one day"}, review.finishes.size());
  for (const auto& row : review.finishes)
    shell.say("  " + format_iso(row.on) + " " + names.unit(row.unit) + "：" + std::to_string(row.finished) +
              shell.pick({" 项", " procedures"}));
  heading({"四、同名项目由两个以上单位填报", "4. one name reported by several units"}, review.claimed_twice.size());
  for (const auto& row : review.claimed_twice) {
    std::string units;
    for (const auto& unit : row.units)
      units += (units.empty() ? "" : "、") + names.unit(unit);
    shell.say("  " + row.name + "：" + units);
  }
}

int run_review(const Shell& shell, const Arguments& arguments) {
  const auto request = load_numbers_request(shell, arguments);
  if (!request) return shell.fail(request.error());
  const auto review = ledger::review_on(request->known.ledger, request->known.campaign(), request->as_of);
  if (shell.json()) shell.document(json::encode_review(review, request->as_of));
  say_review(shell, review, Names(shell, request->known, request->as_of));
  return kDone;
}

}  // namespace

Command review_command() {
  return {"review",
          {"审看（仅供指挥部办公室）：不涉及偏多、层级变更、集中办结、重复填报",
           "for the office alone: unusual 不涉及, changed levels, many finishes on a day, projects claimed twice"},
          {as_of_option(true), known_at_option()},
          {},
          run_review};
}

}  // namespace guatu::cli
