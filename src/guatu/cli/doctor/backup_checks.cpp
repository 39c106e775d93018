#include <algorithm>

#include "guatu/cli/doctor/examination.hpp"
#include "guatu/values/instant.hpp"

namespace guatu::cli {
namespace {

/// A daily backup may be late by its own duration and a night's delay.
constexpr std::int64_t kOldest = 2 * 86'400;

bool is_cut_off(const FileFacts& file) {
  return file.path.ends_with(".part") || file.path.ends_with(".partial");
}

bool is_log(const FileFacts& file) {
  return file.path.ends_with("-wal") || file.path.ends_with("-shm") || file.path.ends_with("-journal");
}

const Bilingual kMakeOne{"guatu backup --out 文件；并查看定时任务 systemctl status guatu-backup.timer",
                         "guatu backup --out FILE; and look at systemctl status guatu-backup.timer"};

void check_age(const Examination& examination, const FileFacts& newest, Findings& findings) {
  const auto age = examination.shell.now() - newest.changed_at;
  const auto made = format_rfc3339(newest.changed_at);
  const Bilingual text{"最近的备份 " + newest.path + "（" + made + "，" + size_text(newest.bytes) + "）",
                       "newest backup " + newest.path + " (" + made + ", " + size_text(newest.bytes) + ")"};
  if (newest.bytes > 0 && age <= kOldest)
    findings.push_back({"backups", Severity::Ok, text, {}, {}});
  else
    findings.push_back({"backups", Severity::Error, text,
                        newest.bytes == 0
                            ? Bilingual{"备份是空文件", "it is empty"}
                            : Bilingual{"已超过两天，期间录入的内容没有备份",
                                        "it is more than two days old; what was recorded since is in no backup"},
                        kMakeOne});
}

}  // namespace

void check_backups(const Examination& examination, Findings& findings) {
  if (examination.backups.empty()) return;
  const auto files = examination.shell.services().machine.list_folder(examination.backups);
  if (!files) {
    findings.push_back(
        {"backups", Severity::Error, files.error().message, {"看不到备份", "backups cannot be seen"}, kMakeOne});
    return;
  }
  const FileFacts* newest = nullptr;
  for (const auto& file : *files) {
    if (is_cut_off(file))
      findings.push_back({"backups",
                          Severity::Warning,
                          {file.path + " 是中断的备份", file.path + " is a backup that was cut off"},
                          {"它不完整，不能用来恢复", "it is not whole and cannot be restored"},
                          {"确认没有备份正在进行后删除", "delete it once no backup is running"}});
    else if (!is_log(file) && (newest == nullptr || file.changed_at > newest->changed_at))
      newest = &file;
  }
  if (newest != nullptr)
    check_age(examination, *newest, findings);
  else
    findings.push_back({"backups",
                        Severity::Error,
                        {examination.backups + " 中没有备份", "there is no backup in " + examination.backups},
                        {"磁盘一坏，全部数据丢失", "when the disk fails, everything is lost"},
                        kMakeOne});
}

}  // namespace guatu::cli
