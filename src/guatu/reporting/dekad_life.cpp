#include "guatu/reporting/dekad_life.hpp"

#include <array>
#include <utility>

#include "guatu/base/contract.hpp"

namespace guatu::reporting {
namespace {

constexpr std::array<std::pair<DekadState, std::string_view>, 3> kStateNames{
    {{DekadState::Open, "open"}, {DekadState::Locked, "locked"}, {DekadState::Published, "published"}}};

Bilingual reason_needed() {
  return {"请用 --reason 写明理由", "give the reason with --reason"};
}

}  // namespace

std::string_view dekad_state_name(DekadState state) {
  for (const auto& [value, name] : kStateNames)
    if (value == state) return name;
  return {};
}

std::optional<DekadState> find_dekad_state(std::string_view name) {
  for (const auto& [value, text] : kStateNames)
    if (text == name) return value;
  return std::nullopt;
}

Bilingual dekad_state_words(DekadState state) {
  switch (state) {
    case DekadState::Open:
      return {"填报中", "open"};
    case DekadState::Locked:
      return {"已锁定", "locked"};
    case DekadState::Published:
      return {"已通报", "published"};
  }
  return {};
}

std::string_view dekad_step_name(DekadStep step) {
  switch (step) {
    case DekadStep::Open:
      return "open";
    case DekadStep::Lock:
      return "lock";
    case DekadStep::Reopen:
      return "reopen";
    case DekadStep::Publish:
      return "publish";
  }
  return {};
}

std::vector<Bilingual> step_objections(const std::optional<DekadRecord>& current, DekadStep step,
                                       std::string_view reason) {
  std::vector<Bilingual> objections;
  const auto state_is = [&](DekadState state) { return current && current->state == state; };
  switch (step) {
    case DekadStep::Open:
      if (current) {
        const auto words = dekad_state_words(current->state);
        objections.push_back({"本旬已建立，现为" + words.zh, "the dekad exists already and is " + words.en});
      }
      break;
    case DekadStep::Lock:
      if (!current)
        objections.push_back(
            {"本旬尚未开放填报，请先 open 或导入任务表", "the dekad is not open yet; open it or import a return"});
      if (state_is(DekadState::Locked)) objections.push_back({"本旬已锁定", "the dekad is locked already"});
      if (state_is(DekadState::Published))
        objections.push_back({"本旬已通报，更正请先 reopen 并写明理由",
                              "the dekad is published; reopen it with a reason to correct it"});
      break;
    case DekadStep::Reopen:
      if (!current || state_is(DekadState::Open))
        objections.push_back({"本旬未锁定，无需重新开放", "the dekad is not locked"});
      if (reason.empty()) objections.push_back(reason_needed());
      break;
    case DekadStep::Publish:
      if (!current || state_is(DekadState::Open))
        objections.push_back({"本旬尚未锁定，请先 lock", "the dekad is not locked yet; lock it first"});
      if (state_is(DekadState::Published) && reason.empty())
        objections.push_back(
            {"本旬已通报，再次通报为更正，请用 --reason 写明理由",
             "the dekad is published; publishing again is a correction, give the reason with --reason"});
      break;
  }
  return objections;
}

DekadRecord after_step(const std::optional<DekadRecord>& current, const Dekad& dekad, DekadStep step) {
  DekadRecord record = current.value_or(DekadRecord{dekad, DekadState::Open, 0});
  switch (step) {
    case DekadStep::Open:
    case DekadStep::Reopen:
      record.state = DekadState::Open;
      break;
    case DekadStep::Lock:
      record.state = DekadState::Locked;
      break;
    case DekadStep::Publish:
      record.state = DekadState::Published;
      ++record.published_revisions;
      break;
  }
  return record;
}

}  // namespace guatu::reporting
