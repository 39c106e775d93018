#include <algorithm>

#include "guatu/cli/doctor/examination.hpp"

namespace guatu::cli {
namespace {

constexpr std::int64_t kMebibyte = 1 << 20;

}  // namespace

void check_store(const Examination& examination, Findings& findings) {
  if (examination.store_error) {
    findings.push_back({"store",
                        Severity::Error,
                        examination.store_error->message,
                        {"库打不开，任何工作都做不了", "without its store nothing can be done"},
                        {"按提示处理；库已损坏的，先另存现有文件，再用 guatu restore 恢复最近的备份",
                         "do what is said; if it is damaged, keep the file and restore the newest backup"}});
    return;
  }
  const auto url = examination.shell.store_name();
  const auto head = examination.store->find_head();
  if (!head) {
    findings.push_back({"store", Severity::Error, head.error().message, {}, {}});
    return;
  }
  const auto seq = std::to_string(head->seq);
  const auto size = examination.store_file ? size_text(examination.store_file->bytes) : std::string();
  findings.push_back({"store",
                      Severity::Ok,
                      {url + "，第 " + seq + " 号提交" + (size.empty() ? "" : "，" + size),
                       url + ", commit " + seq + (size.empty() ? "" : ", " + size)},
                      {},
                      {}});
}

void check_store_file(const Examination& examination, Findings& findings) {
  if (!examination.store_file) return;
  const auto& file = *examination.store_file;
  if (file.others_can_read)
    findings.push_back({"rights",
                        Severity::Error,
                        {file.path + " 本机任何用户都能读", file.path + " can be read by every user of this machine"},
                        {"库中有联系人姓名和电话", "it holds names and phone numbers"},
                        {"chmod 600 " + file.path, "chmod 600 " + file.path}});
  if (!file.can_be_written)
    findings.push_back({"rights",
                        Severity::Error,
                        {file.path + " 或其所在文件夹不可写", file.path + " or its folder cannot be written"},
                        {"库打不开，查询、录入、锁定和通报都不能进行",
                         "the store cannot be opened; nothing can be asked, imported or published"},
                        {"用拥有者的身份运行，或更正文件和文件夹的权限",
                         "run as its owner, or correct the rights of file and folder"}});
  if (!file.others_can_read && file.can_be_written)
    findings.push_back(
        {"rights", Severity::Ok, {"只有授权用户可读写", "only those allowed can read and write"}, {}, {}});
}

void check_disk(const Examination& examination, Findings& findings) {
  if (!examination.store_file) return;
  const auto& file = *examination.store_file;
  const auto free = size_text(file.free_bytes);
  // A copy before an upgrade and the log need as much again; below that the next commits may not fit.
  const bool short_of = file.free_bytes < std::max(2 * file.bytes, 200 * kMebibyte);
  const bool full = file.free_bytes < std::max(file.bytes / 4, 20 * kMebibyte);
  const auto severity = full ? Severity::Error : short_of ? Severity::Warning : Severity::Ok;
  DoctorCheck finding{"disk", severity, {"磁盘剩余 " + free, free + " free on the disk"}, {}, {}};
  if (severity != Severity::Ok) {
    finding.why = {"磁盘写满后不能录入和通报；升级前的自动备份也需要一份库的空间",
                   "with a full disk nothing is imported or published; the copy before an upgrade needs room too"};
    finding.remedy = {"清理磁盘，或把旧备份移到别处", "make room, or move old backups elsewhere"};
  }
  findings.push_back(std::move(finding));
}

void check_clock(const Examination& examination, Findings& findings) {
  if (!examination.known) return;
  constexpr std::int64_t kYear = 366L * 86'400;
  const auto since = examination.shell.now() - examination.known->head.recorded_at;
  if (since < 0)
    findings.push_back(
        {"clock",
         Severity::Error,
         {"系统时钟早于最后一次提交", "the clock is behind the last commit"},
         {"新提交会记成最后一次提交的时刻，按日期的检查也会出错",
          "new commits get the last one's instant, and checks of dates go wrong"},
         {"校准系统时间（timedatectl set-ntp true）", "set the clock right (timedatectl set-ntp true)"}});
  else if (since > kYear)
    findings.push_back(
        {"clock",
         Severity::Note,
         {"最后一次提交距今已超过一年", "the last commit is more than a year old"},
         {"若行动仍在进行，时钟可能不准，或用错了库", "if the campaign goes on, the clock or the store is a wrong one"},
         {"核对系统时间和 --db", "check the clock and --db"}});
  else
    findings.push_back({"clock", Severity::Ok, {"不早于最后一次提交", "not behind the last commit"}, {}, {}});
}

}  // namespace guatu::cli
