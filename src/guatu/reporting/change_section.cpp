#include "guatu/reporting/bulletin_facts.hpp"
#include "guatu/reporting/bulletin_text.hpp"
#include "guatu/reporting/form_words.hpp"
#include "guatu/reporting/wording.hpp"

/// Section 本旬变化: what moved the figures since the dekad before.
namespace guatu::reporting {
namespace {

constexpr std::size_t kNamesShown = 10;

std::string destination(const BulletinInput& input, const ledger::LifeEvent& event) {
  if (!event.to_unit.empty()) return "，责任单位变为" + unit_name(input.campaign, event.to_unit, input.as_of);
  if (!event.to_project.empty()) return "，并入" + event.to_project.text();
  return event.name.empty() ? std::string{} : "为" + event.name;
}

std::string life_words(const BulletinInput& input, const LifeChange& change) {
  const auto& event = change.event;
  std::string text = change.name + "于" + format_chinese(event.on) + ledger::life_action_words(event.action).zh +
                     destination(input, event);
  if (!event.reason.empty()) text += "，原因：" + event.reason;
  if (!event.approval.empty()) text += "（依据：" + event.approval + "）";
  return text + "。";
}

std::string count_words(std::int64_t change) {
  return number(change < 0 ? -change : change) + "个";
}

/// Whoever compares two bulletins sees the net change; what was finished in this dekad is only part of it.
std::string net_words(const BulletinInput& input) {
  const auto& now = input.figures.projects;
  const auto net = now.finished - input.before->projects.finished;
  const auto moved = net == 0 ? "与上一旬持平" : (net < 0 ? "较上一旬净减" : "较上一旬净增") + count_words(net);
  if (net == 0 && now.gained == 0) return "办结项目数" + moved + "。";
  std::string text = "办结项目数" + moved + "，其中本旬新增办结" + number(now.gained) + "个";
  const auto rest = net - now.gained;
  if (rest != 0)
    text += "，因补报以前旬次办结、撤销办结和项目增减" + std::string(rest < 0 ? "净减" : "净增") + count_words(rest);
  return text + "。";
}

void write_life(BulletinText& text, const BulletinInput& input, const DekadChanges& changes) {
  for (const auto& change : changes.life)
    text.item(life_words(input, change));
  if (changes.first_reported > 0 && input.before)
    text.item("首次报送任务表纳入统计的项目" + number(changes.first_reported) + "个。");
  if (changes.life.empty() && (changes.first_reported == 0 || !input.before))
    text.item("项目无增减变动。");
  else if (changes.moved_points)
    text.item(moved_rate_words("以上项目增减变动", *changes.moved_points) + "。");
}

void write_revoked(BulletinText& text, const BulletinInput& input, const DekadChanges& changes) {
  for (const auto& revoked : changes.revoked) {
    const auto part = revoked.part.empty() ? std::string{} : "（" + revoked.part + "）";
    text.item(revoked.name + input.campaign.kinds[revoked.kind].name.zh + part + "自" +
              format_chinese(revoked.revocation.effective_on) + "起撤销办结，原因：" + revoked.revocation.reason +
              "。");
  }
}

}  // namespace

void write_changes(BulletinText& text, const BulletinInput& input) {
  const auto changes = dekad_changes(input);
  text.heading("本旬变化");
  text.item(input.before ? net_words(input) : "本旬为首次统计，没有上一旬数据可比。");
  if (!changes.gained.empty()) text.item("新增办结项目：" + joined_up_to(changes.gained, kNamesShown) + "。");
  write_life(text, input, changes);
  write_revoked(text, input, changes);
  if (!input.carried.empty()) {
    std::vector<std::string> names;
    for (const auto& unit : input.carried)
      names.push_back(unit_name(input.campaign, unit, input.as_of));
    text.item("未按期报送任务表、数据沿用上一旬的单位" + number(static_cast<std::int64_t>(names.size())) + "个：" +
              joined(names) + "。");
  }
}

}  // namespace guatu::reporting
