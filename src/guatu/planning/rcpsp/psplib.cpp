#include "guatu/planning/rcpsp/psplib.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace guatu::planning::rcpsp {
namespace {

constexpr std::size_t kLargestFile = std::size_t{16} << 20U;

using Words = std::vector<std::string_view>;

Words words_of(std::string_view line) {
  constexpr std::string_view kSpace = " \t\r\f\v";
  Words words;
  for (auto from = line.find_first_not_of(kSpace); from != std::string_view::npos;) {
    const auto to = std::min(line.find_first_of(kSpace, from), line.size());
    words.push_back(line.substr(from, to - from));
    from = line.find_first_not_of(kSpace, to);
  }
  return words;
}

std::optional<std::int64_t> find_number(std::string_view word) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return number;
}

/// At most so much of the file's own text goes into a message, and only what can be printed.
std::string quoted(std::string_view word) {
  constexpr std::size_t kShown = 24;
  std::string shown;
  for (const char letter : word.substr(0, kShown))
    shown += letter > ' ' && letter < '\x7f' ? letter : '?';
  return word.size() > kShown ? shown + "…" : shown;
}

class Reader {
 public:
  Reader(std::string_view text, std::string name) : name_(std::move(name)) {
    for (std::size_t from = 0; from <= text.size();) {
      const auto to = std::min(text.find('\n', from), text.size());
      lines_.push_back(text.substr(from, to - from));
      from = to + 1;
    }
  }

  Result<InstanceParts> read() {
    InstanceParts parts;
    parts.name = name_;
    GUATU_TRY(const auto jobs, read_count("jobs", 2, kMostActivities));
    GUATU_TRY(const auto resources, read_count("- renewable", 0, kMostResources));
    GUATU_CHECK(read_count("- nonrenewable", 0, 0));
    GUATU_CHECK(read_count("- doubly constrained", 0, 0));
    parts.activities.resize(static_cast<std::size_t>(jobs));
    GUATU_CHECK(read_arcs(parts));
    GUATU_CHECK(read_needs(parts, static_cast<std::size_t>(resources)));
    GUATU_CHECK(read_capacities(parts, static_cast<std::size_t>(resources)));
    GUATU_CHECK(check_dummies(parts));
    return parts;
  }

 private:
  /// About the line that was read last.
  [[nodiscard]] Error wrong(std::string zh, std::string en) const {
    return make_error(ErrorKind::InvalidInput, name_ + ":" + std::to_string(std::max<std::size_t>(line_, 1)),
                      std::move(zh) + "；请检查这一行，或重新取得该文件",
                      std::move(en) + "; check this line, or get the file anew");
  }

  /// Goes to the first line that begins with `words`.
  Result<void> seek(std::string_view words) {
    for (line_ = 1; line_ <= lines_.size(); ++line_)
      if (trimmed(lines_[line_ - 1]).starts_with(words)) return {};
    line_ = lines_.size();
    return wrong("文件里没有“" + std::string(words) + "”，不是 PSPLIB 单模式（.sm）算例",
                 "there is no \"" + std::string(words) + "\": not a PSPLIB single-mode (.sm) instance");
  }

  static std::string_view trimmed(std::string_view line) {
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
  }

  /// The words of the next line that holds more than rules of dashes or asterisks.
  Words next() {
    while (line_ < lines_.size()) {
      const auto words = words_of(lines_[line_++]);
      if (!words.empty() && words.front().find_first_not_of("-*") != std::string_view::npos) return words;
    }
    return {};
  }

  Result<std::int64_t> read_count(std::string_view title, std::int64_t least, std::int64_t most) {
    GUATU_CHECK(seek(title));
    const auto line = lines_[line_ - 1];
    const auto words = words_of(line.substr(std::min(line.find(':'), line.size() - 1) + 1));
    const auto number = words.empty() ? std::nullopt : find_number(words.front());
    if (!number) return wrong("冒号后面应是一个整数", "a whole number has to follow the colon");
    if (*number < least || *number > most)
      return wrong("数量 " + std::to_string(*number) + " 应在 " + std::to_string(least) + " 到 " +
                       std::to_string(most) + " 之间",
                   "the number " + std::to_string(*number) + " is not within " + std::to_string(least) + " and " +
                       std::to_string(most));
    return *number;
  }

  /// The numbers of the next line, which are `first` and more.
  Result<std::vector<std::int64_t>> read_numbers(std::size_t at_least, const std::string& zh, const std::string& en) {
    const auto words = next();
    std::vector<std::int64_t> numbers;
    for (const auto word : words) {
      const auto number = find_number(word);
      if (!number)
        return wrong("“" + quoted(word) + "”不是整数，应为" + zh,
                     "\"" + quoted(word) + "\" is no whole number but should be " + en);
      numbers.push_back(*number);
    }
    if (numbers.size() < at_least) return wrong("数字不够，应为" + zh, "too few numbers; expected " + en);
    return numbers;
  }

  Result<void> check_job(std::int64_t job, std::size_t expected, std::int64_t modes) const {
    if (job != static_cast<std::int64_t>(expected + 1))
      return wrong("工序号应为 " + std::to_string(expected + 1) + "，写的是 " + std::to_string(job),
                   "job " + std::to_string(expected + 1) + " is expected here, not " + std::to_string(job));
    if (modes != 1) return wrong("只支持单一模式的工序", "only jobs with one mode are supported");
    return {};
  }

  Result<void> read_arcs(InstanceParts& parts) {
    GUATU_CHECK(seek("PRECEDENCE RELATIONS"));
    next();  // The titles of the columns.
    for (std::size_t job = 0; job < parts.activities.size(); ++job) {
      GUATU_TRY(const auto row, read_numbers(3, "工序号、模式数、后续工序数和各后续工序",
                                             "job, modes, number of successors, successors"));
      GUATU_CHECK(check_job(row[0], job, row[1]));
      if (row[2] != std::ssize(row) - 3)
        return wrong(
            "写明后续工序 " + std::to_string(row[2]) + " 道，实际列出 " + std::to_string(std::ssize(row) - 3) + " 道",
            std::to_string(row[2]) + " successors are announced, " + std::to_string(std::ssize(row) - 3) +
                " are listed");
      for (std::size_t i = 3; i < row.size(); ++i) {
        if (row[i] < 1 || row[i] > std::ssize(parts.activities))
          return wrong(
              "后续工序 " + std::to_string(row[i]) + " 不存在（共 " + std::to_string(parts.activities.size()) + " 道）",
              "there is no successor " + std::to_string(row[i]) + " among " + std::to_string(parts.activities.size()) +
                  " jobs");
        parts.activities[job].successors.push_back(row[i] - 1);
      }
    }
    return {};
  }

  Result<void> read_needs(InstanceParts& parts, std::size_t resources) {
    GUATU_CHECK(seek("REQUESTS/DURATIONS"));
    next();
    for (std::size_t job = 0; job < parts.activities.size(); ++job) {
      GUATU_TRY(const auto row, read_numbers(3 + resources, "工序号、模式号、工期和各资源需求",
                                             "job, mode, duration, a need for each resource"));
      GUATU_CHECK(check_job(row[0], job, row[1]));
      if (row.size() > 3 + resources) return wrong("数字多于资源种数", "more numbers than there are resources");
      if (row[2] < 0 || row[2] > kMostPeriods)
        return wrong("工期 " + std::to_string(row[2]) + " 应在 0 到 " + std::to_string(kMostPeriods) + " 之间",
                     "duration " + std::to_string(row[2]) + " is not within 0 and " + std::to_string(kMostPeriods));
      parts.activities[job].duration = row[2];
      parts.activities[job].needs.assign(row.begin() + 3, row.end());
    }
    return {};
  }

  Result<void> read_capacities(InstanceParts& parts, std::size_t resources) {
    GUATU_CHECK(seek("RESOURCEAVAILABILITIES"));
    if (resources == 0) return {};
    next();
    GUATU_TRY(parts.capacities, read_numbers(resources, "各资源可用量", "what there is of each resource"));
    if (parts.capacities.size() > resources) return wrong("数字多于资源种数", "more numbers than there are resources");
    return {};
  }

  /// The first job begins the project and the last ends it; whoever lies outside would not count.
  Result<void> check_dummies(const InstanceParts& parts) {
    GUATU_CHECK(seek("PRECEDENCE RELATIONS"));
    const auto last = parts.activities.size() - 1;
    const auto idle = [&](std::size_t job) {
      return parts.activities[job].duration == 0 &&
             std::ranges::all_of(parts.activities[job].needs, [](auto need) { return need == 0; });
    };
    if (!idle(0) || !idle(last))
      return wrong("首末两道工序应是虚工序：工期和资源需求均为 0",
                   "the first and the last job have to be dummies without duration and needs");
    std::vector<bool> followed(parts.activities.size(), false);
    for (std::size_t job = 0; job < last; ++job) {
      if (parts.activities[job].successors.empty())
        return wrong("工序 " + std::to_string(job + 1) + " 没有后续工序；只有末道工序可以没有",
                     "job " + std::to_string(job + 1) + " has no successor; only the last job may have none");
      for (const auto successor : parts.activities[job].successors)
        followed[static_cast<std::size_t>(successor)] = true;
    }
    for (std::size_t job = 1; job < last; ++job)
      if (!followed[job])
        return wrong("工序 " + std::to_string(job + 1) + " 没有紧前工序；只有首道工序可以没有",
                     "job " + std::to_string(job + 1) + " has no predecessor; only the first job may have none");
    return {};
  }

  std::string name_;
  std::vector<std::string_view> lines_;
  std::size_t line_ = 0;  ///< Number of the line that was read last.
};

}  // namespace

Result<Instance> read_psplib(std::string_view text, const std::string& name) {
  if (text.size() > kLargestFile)
    return make_error(ErrorKind::InvalidInput, name, "文件超过 16 MB，不是 PSPLIB 算例；请核对文件",
                      "the file is larger than 16 MB; no PSPLIB instance is; check the file");
  GUATU_TRY(const auto parts, Reader(text, name).read());
  return Instance::make(parts);
}

}  // namespace guatu::planning::rcpsp
