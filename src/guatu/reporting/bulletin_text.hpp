#pragma once

#include <string>

#include "guatu/reporting/bulletin_model.hpp"

namespace guatu::reporting {

/// Collects the body of a bulletin and numbers its levels: 一、 （一） 1.
class BulletinText {
 public:
  void heading(const std::string& text);
  void subheading(const std::string& text);
  void item(const std::string& text);
  void body(std::string text);  ///< Nothing for an empty text.
  /// Shape: `rows` begins with the head.
  void table(const std::string& caption, std::vector<std::vector<std::string>> rows);
  /// Cells of facts without head and caption; rows of one length.
  void facts(std::vector<std::vector<std::string>> rows);
  [[nodiscard]] std::vector<BulletinBlock> take() { return std::move(blocks_); }

 private:
  std::vector<BulletinBlock> blocks_;
  int headings_ = 0, subheadings_ = 0, items_ = 0, tables_ = 0;
};

/// The sections in their order. Source: domain 7.3; rules 3–5.
void write_opening(BulletinText& text, const BulletinInput& input);
void write_overall(BulletinText& text, const BulletinInput& input);     ///< 总体情况
void write_rankings(BulletinText& text, const BulletinInput& input);    ///< 排名情况
void write_obstacles(BulletinText& text, const BulletinInput& input);   ///< 卡点情况
void write_changes(BulletinText& text, const BulletinInput& input);     ///< 本旬变化
void write_next_steps(BulletinText& text, const BulletinInput& input);  ///< 下一步工作

/// 附注: where the numbers come from, and every policy that shaped them.
[[nodiscard]] std::vector<std::string> source_notes(const BulletinInput& input);

}  // namespace guatu::reporting
