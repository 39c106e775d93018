#include <gtest/gtest.h>

#include "guatu/intake/message_codes.hpp"
#include "guatu/intake/part_reading.hpp"

namespace guatu::intake {
namespace {

/// 状态 says 办结 2022.12.5, 办结时间 says the 6th: both cells are named, and nothing is chosen between them.
TEST(MergeStateCell, NamesBothCellsThatContradictEachOther) {
  PartReading reading;
  ledger::ReportedPart said;
  said.finished_on = Date::of(2022, 12, 5);
  merge_state_cell(reading, said, {"任务表", "E3", "状态", "办结 2022.12.5"}, Severity::Error);
  ASSERT_TRUE(reading.messages.empty());
  said.finished_on = Date::of(2022, 12, 6);
  merge_state_cell(reading, said, {"任务表", "F3", "办结时间", "2022.12.6"}, Severity::Error);
  ASSERT_EQ(reading.messages.size(), 1U);
  EXPECT_EQ(reading.messages[0].code, "state_contradiction");
  EXPECT_EQ(reading.messages[0].cell, "F3");
  EXPECT_EQ(reading.messages[0].text.en, "“2022.12.6” contradicts 任务表!E3, “办结 2022.12.5”");
  EXPECT_EQ(reading.part.reported.finished_on, Date::of(2022, 12, 5));
}

}  // namespace
}  // namespace guatu::intake
