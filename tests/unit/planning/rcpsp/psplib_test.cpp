#include "guatu/planning/rcpsp/psplib.hpp"

#include <gmock/gmock.h>

#include "tests/support/scheduling_text.hpp"
#include "tests/unit/planning/rcpsp/networks.hpp"

// The reader of .sm texts: what it takes, and which line it names when it does not.
namespace guatu::planning::rcpsp::test {
namespace {

using guatu::test::small_instance_text;
using testing::ElementsAre;

/// The small text with one place written otherwise.
std::string with(const std::string& old, const std::string& now) {
  auto text = small_instance_text();
  const auto at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), now);
}

TEST(Psplib, ReadsAnInstance) {
  const auto instance = read_psplib(small_instance_text(), "own.sm");
  ASSERT_TRUE(instance);
  EXPECT_EQ(instance->name(), "own.sm");
  EXPECT_EQ(instance->size(), 10);
  EXPECT_EQ(instance->resources(), 2);
  EXPECT_EQ(instance->capacity(0), 5);
  EXPECT_EQ(instance->capacity(1), 4);
  EXPECT_EQ(instance->duration(7), 5);
  EXPECT_EQ(instance->need(7, 1), 3);
  EXPECT_THAT(instance->successors().of(3), ElementsAre(6, 7));
}

TEST(Psplib, ReadsWhatWindowsWroteAndWhatLacksTheLastLine) {
  std::string windows;
  for (const char letter : small_instance_text())
    windows += letter == '\n' ? "\r\n" : std::string(1, letter);
  EXPECT_TRUE(read_psplib(windows, "own.sm"));
  const auto text = small_instance_text();
  EXPECT_TRUE(read_psplib(text.substr(0, text.rfind("   5    4") + 9), "own.sm"));
}

struct Wrong {
  std::string old, now, subject, message;
};

TEST(Psplib, NamesTheLineThatIsWrong) {
  const std::string ending = "; check this line, or get the file anew";
  const std::vector<Wrong> cases{
      {"):  10", "):  x", "own.sm:6", "a whole number has to follow the colon"},
      {"):  10", "):", "own.sm:6", "a whole number has to follow the colon"},
      {"):  10", "):  1", "own.sm:6", "the number 1 is not within 2 and 20000"},
      {"):  10", "):  99999999999", "own.sm:6", "the number 99999999999 is not within 2 and 20000"},
      {":  0   N", ":  1   N", "own.sm:10", "the number 1 is not within 0 and 0"},
      {":  2   R", ":  3   R", "own.sm:33", "too few numbers; expected job, mode, duration, a need for each resource"},
      {":  2   R", ":  1   R", "own.sm:33", "more numbers than there are resources"},
      {"   2        1          2", "   2        2          2", "own.sm:20", "only jobs with one mode are supported"},
      {"   3        1          1 ", "   4        1          1 ", "own.sm:21", "job 3 is expected here, not 4"},
      {"1          3 ", "1          4 ", "own.sm:19", "4 successors are announced, 3 are listed"},
      {" 2   3   4", " 2   3  40", "own.sm:19", "there is no successor 40 among 10 jobs"},
      {" 2   3   4", " 2   3 4.5", "own.sm:19",
       "\"4.5\" is no whole number but should be job, modes, number of successors, successors"},
      {"8      1     5", "8      1    -5", "own.sm:40", "duration -5 is not within 0 and 1000000"},
      {"   5    4", "   5", "own.sm:46", "too few numbers; expected what there is of each resource"},
      {"   5    4", "   5    4    1", "own.sm:46", "more numbers than there are resources"},
      {"  1      1     0", "  1      1     2", "own.sm:17",
       "the first and the last job have to be dummies without duration and needs"},
      {"1          10\n   9", "0\n   9", "own.sm:17", "job 8 has no successor; only the last job may have none"},
      {" 7   8", " 7   9", "own.sm:17", "job 8 has no predecessor; only the first job may have none"},
  };
  for (const auto& wrong : cases) {
    const auto instance = read_psplib(with(wrong.old, wrong.now), "own.sm");
    ASSERT_FALSE(instance) << wrong.now;
    EXPECT_EQ(instance.error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(instance.error().subject, wrong.subject) << wrong.now;
    EXPECT_EQ(instance.error().message.en, wrong.message + ending) << wrong.now;
  }
}

TEST(Psplib, RefusesWhatIsReadAndWrong) {
  const auto over = read_psplib(with("  6      1     2       4", "  6      1     2       6"), "own.sm");
  ASSERT_FALSE(over);
  EXPECT_EQ(over.error().reasons.front().en,
            "activity 6 needs 6 of resource R1, of which there are only 5: it can never start");
  const auto circle =
      read_psplib(with("   9        1          1          10", "   9        1          1           5"), "own.sm");
  ASSERT_FALSE(circle);
  EXPECT_EQ(circle.error().reasons.front().en, "the arcs go round in a circle: 5 → 9 → 5");
}

TEST(Psplib, RefusesOtherTexts) {
  EXPECT_EQ(read_psplib("", "empty.sm").error().subject, "empty.sm:1");
  EXPECT_EQ(read_psplib("\xff\xfe\0\0", "binary.sm").error().subject, "binary.sm:1");
  EXPECT_FALSE(read_psplib("jobs", "own.sm"));
  EXPECT_FALSE(read_psplib("jobs:", "own.sm"));
  EXPECT_EQ(read_psplib(std::string((std::size_t{16} << 20U) + 1, '\n'), "large.sm").error().subject, "large.sm");
}

TEST(Psplib, SurvivesEveryCutAndEveryChangedByte) {
  const auto text = small_instance_text();
  const auto whole = text.rfind("   5    4") + 9;
  for (std::size_t size = 0; size < whole; ++size)
    EXPECT_FALSE(read_psplib(text.substr(0, size), "own.sm")) << size;
  int refused = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const char now : {'-', '9', ' ', '\n', '\0', '\xff'}) {
      auto changed = text;
      changed[at] = now;
      const auto instance = read_psplib(changed, "own.sm");
      if (instance)
        EXPECT_EQ(instance->size(), 10) << at;
      else
        ++refused;
    }
  EXPECT_GT(refused, 500);
}

}  // namespace
}  // namespace guatu::planning::rcpsp::test
