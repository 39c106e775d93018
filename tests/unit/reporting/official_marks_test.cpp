#include "guatu/reporting/official_marks.hpp"

#include <gtest/gtest.h>

// GB/T 9704-2012, 7.2.1–7.2.3: what an office writes for 份号, 密级, 紧急程度, and which bodies issue a paper together.
namespace guatu::reporting {
namespace {

OfficialMarks parsed(const MarkWords& words) {
  const auto marks = parse_marks(words);
  EXPECT_TRUE(marks.has_value()) << (marks ? "" : marks.error().message.zh);
  return marks ? *marks : OfficialMarks{};
}

TEST(OfficialMarks, AreNoneWhenNothingIsSaid) {
  EXPECT_EQ(parsed({}), OfficialMarks{});
  EXPECT_TRUE(mark_lines({}).empty());
}

TEST(OfficialMarks, ACopysNumberHasSixDigits) {
  EXPECT_EQ(parsed({"12", "", "", ""}).copy_number, "000012");
  EXPECT_EQ(parsed({"000012", "", "", ""}).copy_number, "000012");
  for (const char* wrong : {"1234567", "12a", "-1", "一"})
    EXPECT_FALSE(parse_marks({wrong, "", "", ""}).has_value()) << wrong;
}

TEST(OfficialMarks, ALevelMayHaveATerm) {
  struct Row {
    const char *written, *printed;
  };
  for (const auto& row : std::vector<Row>{
           {"秘密", "秘密"}, {"机密★1年", "机密★1年"}, {"机密*6个月", "机密★6个月"}, {" 绝密★长期 ", "绝密★长期"}})
    EXPECT_EQ(parsed({"", row.written, "", ""}).secrecy, row.printed);
  for (const char* wrong : {"内部", "机密1年", "机密★", "机密★0年", "机密★年", "机密★1周"}) {
    const auto refused = parse_marks({"", wrong, "", ""});
    ASSERT_FALSE(refused.has_value()) << wrong;
    EXPECT_EQ(refused.error().kind, ErrorKind::WrongUsage);
    EXPECT_EQ(refused.error().subject, wrong);
  }
}

TEST(OfficialMarks, UrgencyIsOneOfTwoWords) {
  EXPECT_EQ(parsed({"", "", "特急", ""}).urgency, "特急");
  EXPECT_FALSE(parse_marks({"", "", "火急", ""}).has_value());
}

TEST(OfficialMarks, BodiesArePartedByCommasAndNamedOnce) {
  const std::vector<std::string> both{"某市发展改革委", "某市财政局"};
  for (const char* words : {"某市发展改革委、某市财政局", "某市发展改革委, 某市财政局，", "某市发展改革委\n某市财政局"})
    EXPECT_EQ(parsed({"", "", "", words}).joint, both) << words;
  EXPECT_FALSE(parse_marks({"", "", "", "甲局、甲局"}).has_value());
  EXPECT_FALSE(parse_marks({"", "", "", "一、二、三、四、五、六、七、八、九"}).has_value()) << "nine beside the host";
}

TEST(OfficialMarks, StandInTheOrderOfTheStandard) {
  EXPECT_EQ(mark_lines(parsed({"7", "机密★1年", "加急", ""})),
            (std::vector<std::string>{"000007", "机密★1年", "加急"}));
  EXPECT_EQ(mark_lines(parsed({"", "", "加急", ""})), std::vector<std::string>{"加急"});
}

}  // namespace
}  // namespace guatu::reporting
