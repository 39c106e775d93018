#include "guatu/base/percent.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace guatu {
namespace {

TEST(Percent, LeavesWhatAnAddressMayHoldAndEncodesTheRest) {
  EXPECT_EQ(percent_encoded("a-Z.0_9~"), "a-Z.0_9~");
  EXPECT_EQ(percent_encoded("附件1 表.xlsx"), "%E9%99%84%E4%BB%B61%20%E8%A1%A8.xlsx");
  EXPECT_EQ(percent_encoded("a/b?c=d&e+f%\""), "a%2Fb%3Fc%3Dd%26e%2Bf%25%22");
}

TEST(Percent, ReadsEitherCaseAndRefusesWhatIsCutOff) {
  EXPECT_EQ(percent_decoded("%e9%99%84"), "附");
  EXPECT_EQ(percent_decoded("a+b"), "a+b");
  for (const auto* wrong : {"%", "%4", "a%", "%zz", "%4g", "%%41"})
    EXPECT_EQ(percent_decoded(wrong), std::nullopt) << wrong;
}

RC_GTEST_PROP(Percent, DecodesWhatItEncodes, (const std::string& text)) {
  RC_ASSERT(percent_decoded(percent_encoded(text)) == text);
}

}  // namespace
}  // namespace guatu
