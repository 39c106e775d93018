#include "guatu/values/codes.hpp"

#include <gtest/gtest.h>

namespace guatu {
namespace {

TEST(ProjectCode, RealCodesHold) {
  for (const char* code :
       {"2101-420200-04-01-549072", "2509-320193-89-01-544060", "2603-141124-89-05-346948", "2411-130202-89-01-637015",
        "2509-140602-89-05-864976", "2211-441900-04-02-310151", "2502-140109-89-01-287745"}) {
    const auto reading = read_project_code(code);
    EXPECT_EQ(reading.canonical, code);
    EXPECT_EQ(reading.check, CodeCheck::Good) << code;
  }
}

TEST(ProjectCode, IsReadHoweverItIsTyped) {
  for (const char* text :
       {"21014202000401549072", "２１０１－４２０２００－０４－０１－５４９０７２", " 2101 420200 04 01 549072 ",
        "2101—420200–04-01-549072", "2101-4202000401549072", "2101-420200-04-01-\n549072"}) {
    const auto reading = read_project_code(text);
    EXPECT_EQ(reading.canonical, "2101-420200-04-01-549072") << text;
    EXPECT_EQ(reading.check, CodeCheck::Good) << text;
  }
}

TEST(ProjectCode, OneWrongDigitShows) {
  const std::string good = "21014202000401549072";
  for (std::size_t at = 4; at < good.size(); ++at) {
    std::string wrong = good;
    wrong[at] = wrong[at] == '9' ? '0' : static_cast<char>(wrong[at] + 1);
    EXPECT_EQ(read_project_code(wrong).check, CodeCheck::WrongCheckDigit) << wrong;
  }
}

TEST(ProjectCode, AMonthThatDoesNotExistShows) {
  // Their last digits are right.
  EXPECT_EQ(read_project_code("2113-420200-04-01-549076").check, CodeCheck::WrongCheckDigit);
  EXPECT_EQ(read_project_code("2100-420200-04-01-549073").check, CodeCheck::WrongCheckDigit);
}

TEST(ProjectCode, OldFormatHasNoCheckDigit) {
  EXPECT_EQ(read_project_code("2020-610802-88-01-027866").check, CodeCheck::OldFormat);
  EXPECT_EQ(read_project_code("2016-610802-88-01-027866").check, CodeCheck::OldFormat);
  EXPECT_EQ(read_project_code("2015-610802-88-01-027866").check, CodeCheck::WrongCheckDigit);
  EXPECT_EQ(read_project_code("2021-610802-88-01-027866").check, CodeCheck::WrongCheckDigit);
}

TEST(ProjectCode, OtherTextComesBackUnchanged) {
  for (const char* text : {"", "无", " 2101-420200 ", "2101-420200-04-01-54907", "2101-420200-04-01-5490721",
                           "2101-420200-04-01-54907X", "项目代码2101-420200-04-01-549072"}) {
    const auto reading = read_project_code(text);
    EXPECT_EQ(reading.canonical, text);
    EXPECT_EQ(reading.check, CodeCheck::NotACode) << text;
  }
  EXPECT_EQ(read_project_code(std::string(100'000, '1')).check, CodeCheck::NotACode);
}

TEST(CreditCode, RealCodesHold) {
  for (const char* code : {"91110000600037341L", "91330100799655058B", "9144030071526726XG", "914403001922038216",
                           "911100007109250324", "12100000400010275N"}) {
    EXPECT_EQ(check_credit_code(code), CodeCheck::Good) << code;
  }
  EXPECT_EQ(check_credit_code(" ９１１１００００６０００３７３４１ｌ "), CodeCheck::Good);
}

TEST(CreditCode, OneWrongCharacterShows) {
  const std::string good = "91110000600037341L";
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string wrong = good;
    wrong[at] = wrong[at] == '7' ? '8' : '7';
    EXPECT_EQ(check_credit_code(wrong), CodeCheck::WrongCheckDigit) << wrong;
  }
}

TEST(CreditCode, OtherTextIsNoCode) {
  for (const char* text : {"", "91110000600037341", "91110000600037341LL", "9111000060003734IL", "9111000060003734OL",
                           "某某有限责任公司"}) {
    EXPECT_EQ(check_credit_code(text), CodeCheck::NotACode) << text;
  }
}

TEST(DocumentNumber, EveryKindOfBracketIsUnderstood) {
  for (const char* text :
       {"赤发改审字〔2022〕123号", "赤发改审字[2022]123号", "赤发改审字【2022】123号", "赤发改审字（2022）123号",
        "赤发改审字(2022)123号", "赤发改审字「2022」123号", "赤发改审字［２０２２］１２３号",
        " 赤发改审字 〔2022〕 123 号 ", "赤发改审字\n〔2022〕123号", "赤发改审字<2022>123号", "赤发改审字{2022}123号",
        "赤发改审字〖2022〗123号", "赤发改审字﹝2022﹞123号", "赤发改审字〈2022〉123号"}) {
    EXPECT_TRUE(looks_like_document_number(text)) << text;
    EXPECT_EQ(normalise_document_number(text), "赤发改审字〔2022〕123号") << text;
  }
}

TEST(DocumentNumber, OtherRealShapes) {
  const std::pair<const char*, const char*> cases[] = {
      {"林资许准(蒙)[2022]12号", "林资许准（蒙）〔2022〕12号"},
      {"内政土发〔2023〕0012号", "内政土发〔2023〕0012号"},
      {"水许可[2022]第5号", "水许可〔2022〕第5号"},
      {"赤环审字【2022】12-1号", "赤环审字〔2022〕12-1号"},
  };
  for (const auto& [text, number] : cases) {
    EXPECT_TRUE(looks_like_document_number(text)) << text;
    EXPECT_EQ(normalise_document_number(text), number);
  }
}

TEST(DocumentNumber, OtherTextComesBackTrimmed) {
  for (const char* text :
       {"", "已办结", "〔2022〕123号", "赤发改审字2022123号", "赤发改审字〔22〕123号", "赤发改审字〔2022〕123",
        "赤发改审字〔2022〕号", "已办结，赤发改审字〔2022〕123号", "2101-420200-04-01-549072",
        "赤发改审字〔1900〕123号", "赤发改审字〔2022〕1234567号", "（赤）发改〔2022〕1号", "赤发改审字〔2022〕-1号"}) {
    EXPECT_FALSE(looks_like_document_number(text)) << text;
    EXPECT_EQ(normalise_document_number(text), text);
  }
  EXPECT_EQ(normalise_document_number("　正在办理 "), "正在办理");
}

}  // namespace
}  // namespace guatu
